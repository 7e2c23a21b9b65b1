package org.warmhandoff.eventing;

/** The order a handler wants facts of one aggregate in. */
public enum Order {
  /** By the aggregate's version on its topic: older is dropped, a gap is parked until it closes. */
  VERSIONED,
  /** As they arrive; for tellers that count no versions. */
  AS_IT_COMES
}
