package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast one police service's systems may post, and one of them alone where its key has a limit
 * of its own, so that one of them in a loop does not silence the others. Counts in this process
 * alone, by the machine's own clock: several processes beside each other allow as many times as
 * much.
 */
@ApplicationScoped
public class Throttle {

  /** A burst may take what a second of quiet would have allowed. */
  private static final long SECOND = 1_000_000_000L;

  private final Map<String, Bucket> buckets = new HashMap<>();

  /** The name of a key's own limit; no police service's code has a colon. */
  public static String ofKey(String line) {
    return "key:" + line;
  }

  /** Sets how many posts a second this police service may make. */
  public synchronized void allow(String policeService, int postsPerSecond) {
    buckets.compute(
        policeService,
        (code, bucket) ->
            bucket != null && bucket.perSecond() == postsPerSecond
                ? bucket
                : new Bucket(postsPerSecond, postsPerSecond, System.nanoTime()));
  }

  /**
   * What does not let something through.
   *
   * @param limit its name
   * @param until how long it takes until it would
   */
  public record Held(String limit, Duration until) {}

  /**
   * Takes posts out of the buckets of all these limits, or out of none: what one refuses must not
   * count at another. A limit nobody has set lets everything through.
   *
   * @return the limit one has to wait for longest
   */
  public Optional<Held> take(List<String> limits, int posts) {
    return take(limits, posts, System.nanoTime());
  }

  /** The same, and nothing is taken. */
  public Optional<Held> look(List<String> limits, int posts) {
    return look(limits, posts, System.nanoTime());
  }

  /** The most these limits ever let through at once. */
  public synchronized int most(List<String> limits) {
    int most = Integer.MAX_VALUE;
    for (String limit : limits) {
      Bucket bucket = buckets.get(limit);
      most = bucket == null ? most : Math.min(most, bucket.perSecond());
    }
    return most;
  }

  synchronized Optional<Held> take(List<String> limits, int posts, long nanos) {
    Optional<Held> held = look(limits, posts, nanos);
    if (held.isEmpty()) {
      limits.forEach(limit -> buckets.computeIfPresent(limit, (name, full) -> full.less(posts)));
    }
    return held;
  }

  private synchronized Optional<Held> look(List<String> limits, int posts, long nanos) {
    @Nullable Held longest = null;
    for (String limit : limits) {
      Bucket bucket = buckets.computeIfPresent(limit, (name, some) -> some.filledAt(nanos));
      if (bucket != null && bucket.tokens() < posts) {
        Duration wait = bucket.until(posts);
        longest =
            longest == null || longest.until().compareTo(wait) < 0
                ? new Held(limit, wait)
                : longest;
      }
    }
    return Optional.ofNullable(longest);
  }

  private record Bucket(int perSecond, double tokens, long at) {

    Bucket filledAt(long nanos) {
      double more = (double) Math.max(0, nanos - at) * perSecond / SECOND;
      return new Bucket(perSecond, Math.min(perSecond, tokens + more), Math.max(at, nanos));
    }

    Bucket less(int posts) {
      return new Bucket(perSecond, tokens - posts, at);
    }

    Duration until(int posts) {
      return Duration.ofNanos((long) Math.ceil((posts - tokens) * SECOND / perSecond));
    }
  }
}
