package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast one police service's systems may post, and one of them alone where its key has a limit
 * of its own, so that one of them in a loop does not silence the others. Counts in this process
 * alone, by the machine's own clock.
 */
@ApplicationScoped
public class Throttle {

  /** A burst may take what a second of quiet would have allowed. */
  private static final long SECOND = 1_000_000_000L;

  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** The name of a key's own limit; no police service's code has a colon. */
  public static String ofKey(String line) {
    return "key:" + line;
  }

  /** Sets how many posts a second this police service may make. */
  public void allow(String policeService, int postsPerSecond) {
    buckets.compute(
        policeService,
        (code, bucket) ->
            bucket != null && bucket.perSecond() == postsPerSecond
                ? bucket
                : new Bucket(postsPerSecond, postsPerSecond, System.nanoTime()));
  }

  /**
   * Takes one post out of the bucket.
   *
   * @return how long to wait, where it is empty
   */
  public Optional<Duration> take(String policeService) {
    return take(policeService, System.nanoTime());
  }

  Optional<Duration> take(String policeService, long nanos) {
    Bucket[] taken = new Bucket[1];
    buckets.computeIfPresent(
        policeService,
        (code, bucket) -> {
          Bucket filled = bucket.filledAt(nanos);
          taken[0] = filled;
          return filled.tokens() < 1 ? filled : filled.less();
        });
    Bucket bucket = taken[0];
    if (bucket == null || bucket.tokens() >= 1) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofNanos((long) Math.ceil((1 - bucket.tokens()) * SECOND / bucket.perSecond())));
  }

  private record Bucket(int perSecond, double tokens, long at) {

    Bucket filledAt(long nanos) {
      double more = (double) Math.max(0, nanos - at) * perSecond / SECOND;
      return new Bucket(perSecond, Math.min(perSecond, tokens + more), Math.max(at, nanos));
    }

    Bucket less() {
      return new Bucket(perSecond, tokens - 1, at);
    }
  }
}
