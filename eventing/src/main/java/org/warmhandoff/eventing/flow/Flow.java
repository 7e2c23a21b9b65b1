package org.warmhandoff.eventing.flow;

/**
 * What is under way in a service, in numbers.
 *
 * @param parked facts that came too early
 * @param quarantined records set aside, and those behind them
 * @param skippedUnknown records of a type this release does not know
 * @param held facts whose topic does not take them
 * @param deadlinesDue deadlines past and not yet acted on
 */
public record Flow(
    Pending outbox,
    long parked,
    long quarantined,
    long skippedUnknown,
    long held,
    long deadlinesDue) {

  /**
   * Facts not yet published.
   *
   * @param oldestSeconds age of the oldest, 0 where there is none
   */
  public record Pending(long pending, double oldestSeconds) {}
}
