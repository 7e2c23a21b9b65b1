package org.warmhandoff.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was not taken is sent again: the schedule Standard Webhooks recommends, at
 * once and then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each up to a fifth
 * longer by chance, so that what failed together does not come back together.
 */
public final class WebhookBackoff {

  private static final List<Duration> AFTER =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** What a human is waited for: within seconds, then each minute, for twelve; then as the rest. */
  private static final List<Duration> AFTER_URGENT =
      Stream.of(
              Stream.of(5, 10, 20, 30).map(Duration::ofSeconds),
              Stream.generate(() -> Duration.ofMinutes(1)).limit(11),
              AFTER.stream().skip(2))
          .flatMap(waits -> waits)
          .toList();

  private static final double JITTER = 0.2;

  private WebhookBackoff() {}

  /**
   * How long to wait after so many attempts; empty where the schedule is over.
   *
   * @param chance from 0 to 1
   * @param asked what the endpoint asked for (Retry-After), heeded up to a day
   */
  public static Optional<Duration> after(int attempts, double chance, @Nullable Duration asked) {
    return after(AFTER, AFTER.getLast(), attempts, chance, asked);
  }

  /**
   * The same for what a human is waited for: an endpoint that asks for a longer pause is tried
   * again within a minute all the same.
   */
  public static Optional<Duration> afterUrgent(
      int attempts, double chance, @Nullable Duration asked) {
    return after(AFTER_URGENT, Duration.ofMinutes(1), attempts, chance, asked);
  }

  private static Optional<Duration> after(
      List<Duration> schedule,
      Duration longest,
      int attempts,
      double chance,
      @Nullable Duration asked) {
    if (attempts > schedule.size()) {
      return Optional.empty();
    }
    Duration base = schedule.get(Math.max(attempts, 1) - 1);
    Duration wait = base.plusMillis((long) (base.toMillis() * JITTER * chance));
    if (asked != null && asked.compareTo(wait) > 0) {
      return Optional.of(asked.compareTo(longest) > 0 ? max(longest, wait) : asked);
    }
    return Optional.of(wait);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
