package org.warmhandoff.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a notice that a gateway did not take is sent again: after 2, 5, 10 and 20 seconds, each up
 * to a fifth longer by chance, so that what failed together does not come back together. A page
 * runs out within minutes: then the next channel is better than another attempt.
 */
public final class DeliveryBackoff {

  private static final List<Duration> AFTER =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20));

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final double JITTER = 0.2;

  private DeliveryBackoff() {}

  /**
   * How long to wait after so many attempts; empty where there were enough of them.
   *
   * @param chance from 0 to 1
   * @param asked what the gateway asked for (Retry-After), heeded up to a minute
   */
  public static Optional<Duration> after(int attempts, double chance, @Nullable Duration asked) {
    if (attempts > AFTER.size()) {
      return Optional.empty();
    }
    Duration base = AFTER.get(Math.max(attempts, 1) - 1);
    Duration wait = base.plusMillis((long) (base.toMillis() * JITTER * chance));
    if (asked == null || asked.compareTo(wait) <= 0) {
      return Optional.of(wait);
    }
    return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }
}
