package org.warmhandoff.eventing;

/**
 * A figure of a service's own that an alert rule looks at. CDI beans of this type are asked beside
 * the figures of the flow, on a thread of their own: a scrape must not wait for a database that is
 * away, or for a lock that somebody holds.
 */
public interface Sampled {

  /** Name of the gauge behind {@code handoff.}, in words divided by dots. */
  String name();

  /** What it counts, with its unit. */
  String what();

  /** Its value now. */
  double sample();
}
