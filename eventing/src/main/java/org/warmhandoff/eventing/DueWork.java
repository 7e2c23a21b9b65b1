package org.warmhandoff.eventing;

/** Work of a service that waits for a deadline; a CDI bean of this type is counted in the flow. */
public interface DueWork {

  String name();

  /** How many deadlines are past and not yet acted on. */
  long due();
}
