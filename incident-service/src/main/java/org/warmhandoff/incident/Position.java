package org.warmhandoff.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands in its source's own order.
 *
 * @param sequence the source's own counter, where it has one
 * @param asOf when the source knew this
 */
public record Position(@Nullable Long sequence, Instant asOf) {

  /** Negative where this is older than {@code other}: by sequence where both have one. */
  int compare(Position other) {
    return sequence != null && other.sequence != null
        ? Long.compare(sequence, other.sequence)
        : asOf.compareTo(other.asOf);
  }

  /**
   * The position after this report on top of {@code earlier}: a sequence once known is not
   * forgotten when a report comes without one, and time never runs back.
   */
  Position after(Position earlier) {
    Long last = sequence == null ? earlier.sequence : sequence;
    return new Position(last, asOf.isBefore(earlier.asOf) ? earlier.asOf : asOf);
  }

  /** A time ahead of its receipt counts as the receipt: a fast clock must not silence others. */
  public Position receivedBy(Instant receipt) {
    return asOf.isAfter(receipt) ? new Position(sequence, receipt) : this;
  }
}
