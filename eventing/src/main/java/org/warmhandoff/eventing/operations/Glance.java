package org.warmhandoff.eventing.operations;

import java.time.Duration;
import java.time.Instant;

/** What an operator should know first. */
enum Glance {
  /** Nothing waits, nothing was set aside, nothing failed of late. */
  WELL,
  /** Something waits, as it does while work comes in; not for long, and not much. */
  UNDER_WAY,
  /** Someone must look. */
  LOOK;

  /** The relay sends within a second. */
  private static final double SENT_WITHIN_SECONDS = 10;

  /** What a fact refers to comes on another topic, a little later. */
  private static final double RELEASED_WITHIN_SECONDS = 60;

  /** More than a few batches: the consumer is not keeping up. */
  private static final long LAG = 2_000;

  /** A page without an answer is past when the ladder has gone on; the list keeps it. */
  private static final Duration OF_LATE = Duration.ofDays(1);

  /**
   * @param setAside records that can be acted on
   * @param time business time
   */
  static Glance at(Operations now, long setAside, Instant time) {
    Instant late = time.minus(OF_LATE);
    long lag = now.lag().stream().mapToLong(one -> one.records()).sum();
    if (setAside > 0
        || !now.held().isEmpty()
        || now.flow().deadlinesDue() > 0
        || now.flow().outbox().oldestSeconds() >= SENT_WITHIN_SECONDS
        || now.oldestParkedSeconds() >= RELEASED_WITHIN_SECONDS
        || lag >= LAG
        || now.failed().stream().anyMatch(failed -> failed.at().isAfter(late))) {
      return LOOK;
    }
    return now.flow().outbox().pending() > 0 || now.flow().parked() > 0 || lag > 0
        ? UNDER_WAY
        : WELL;
  }
}
