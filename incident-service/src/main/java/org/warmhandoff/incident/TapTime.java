package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something was tapped, in business time. A phone without a signal keeps taps and sends them
 * later, and its clock may be wrong: what counts is how long it kept the tap, which both readings
 * of the same clock say together.
 */
public final class TapTime {

  /** Nobody asks to have a tap of last week counted: it is looked at, and tapped again. */
  public static final Duration KEPT = Duration.ofDays(7);

  private TapTime() {}

  /**
   * The instant of a tap.
   *
   * @param at the phone's clock at the tap; null where it was sent at once
   * @param sentAt the same clock when it was sent; without it the phone's clock is believed, and a
   *     time ahead of receipt counts as the receipt
   * @param receipt business instant of its arrival
   */
  public static Instant of(@Nullable Instant at, @Nullable Instant sentAt, Instant receipt) {
    if (at == null) {
      return receipt;
    }
    if (sentAt == null) {
      return at.isAfter(receipt) ? receipt : at;
    }
    Duration kept = Duration.between(at, sentAt);
    if (kept.isNegative()) {
      // The clock was set back in between. Nothing is known of the age: too old to say "safe".
      return receipt.minus(SceneMove.FRESH).minusMillis(1);
    }
    return kept.compareTo(KEPT) > 0 ? receipt.minus(KEPT).minusMillis(1) : receipt.minus(kept);
  }

  /** Whether it was kept too long to count for anything. */
  public static boolean isTooOld(Instant tapped, Instant receipt) {
    return tapped.isBefore(receipt.minus(KEPT));
  }
}
