package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something was tapped, in business time. A phone without a signal keeps taps and sends them
 * later, and its clock may be wrong, and may be corrected in between: what counts is how long it
 * kept the tap.
 *
 * @param at the phone's clock at the tap; null where it was sent at once
 * @param sentAt the same clock when it was sent
 * @param age how long the phone kept it by a counter nobody can set; null where it has none
 */
public record TapTime(@Nullable Instant at, @Nullable Instant sentAt, @Nullable Duration age) {

  /** Nobody asks to have a tap of last week counted: it is looked at, and tapped again. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** A clock is corrected by more than this, or the phone slept: its two readings disagree. */
  private static final Duration AGREEING = Duration.ofSeconds(10);

  /**
   * The instant of a tap, of anything but "safe". One of which no age is known counts as the oldest
   * there is: every word that is known is later.
   *
   * @param receipt business instant of its arrival
   */
  public Instant of(Instant receipt) {
    if (at == null && age == null) {
      return receipt;
    }
    Duration longest = longest(age, byClock());
    if (longest != null) {
      return before(receipt, longest);
    }
    if (at == null || sentAt != null) {
      return receipt.minus(KEPT);
    }
    // One reading alone: the phone's clock is believed, but never ahead.
    return at.isAfter(receipt) ? receipt : at;
  }

  /**
   * The instant of a "safe": whatever speaks for its being older counts, and where the phone's
   * clock and its counter disagree nothing is known, and it is too old.
   *
   * @param receipt business instant of its arrival
   */
  public Instant ofSafe(Instant receipt) {
    Duration byClock = byClock();
    if (at != null && sentAt != null && byClock == null) {
      return receipt.minus(KEPT);
    }
    if (age != null) {
      boolean doubtful =
          age.isNegative() || (byClock != null && byClock.minus(age).abs().compareTo(AGREEING) > 0);
      return doubtful ? receipt.minus(KEPT) : of(receipt);
    }
    Instant kept = of(receipt);
    if (at == null || isTooOld(kept, receipt) || !at.isBefore(kept)) {
      return kept;
    }
    // A clock that is wrong by years says no more than that it is wrong.
    return isTooOld(at, receipt) ? receipt.minus(KEPT) : at;
  }

  /** The instant of a doubt: it counts, and where no age is known it counts as said now. */
  public Instant ofDoubt(Instant receipt) {
    boolean known = longest(age, byClock()) != null || (at != null && sentAt == null);
    Instant tapped = known ? of(receipt) : receipt;
    return isTooOld(tapped, receipt) ? receipt : tapped;
  }

  /** Whether it was kept too long to count for anything. */
  public static boolean isTooOld(Instant tapped, Instant receipt) {
    return tapped.isBefore(receipt.minus(KEPT));
  }

  /** How long the phone's clock says it was kept; null where it was set back in between. */
  private @Nullable Duration byClock() {
    if (at == null || sentAt == null) {
      return null;
    }
    Duration kept = Duration.between(at, sentAt);
    return kept.isNegative() ? null : kept;
  }

  private static @Nullable Duration longest(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || one.isNegative()) {
      return other;
    }
    return other == null || one.compareTo(other) > 0 ? one : other;
  }

  private static Instant before(Instant receipt, Duration kept) {
    return receipt.minus(kept.compareTo(KEPT) > 0 ? KEPT.plusMillis(1) : kept);
  }
}
