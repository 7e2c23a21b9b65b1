package org.warmhandoff.incident.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Throttle;

/**
 * Holds a system to the incidents a second that were agreed: for its key, where that has a limit of
 * its own, and for all systems of its police service together.
 *
 * @param key the name of the key's limit, null for who came with a token
 */
record Pace(Throttle throttle, String policeService, @Nullable String key) {

  static Pace of(Throttle throttle, Caller caller) {
    return new Pace(
        throttle,
        caller.policeService(),
        caller.key().map(holder -> Throttle.ofKey(holder.line())).orElse(null));
  }

  /** Checks are counted apart: whoever tries out samples uses up nothing of what a CAD may post. */
  static Pace ofChecks(Throttle throttle, String policeService) {
    return new Pace(throttle, FindSource.pace(policeService), null);
  }

  /**
   * Counts one post.
   *
   * @throws Problem 429, with the time to wait, where it comes faster than agreed
   */
  void keep() {
    if (key != null) {
      refuse(throttle.take(key), "This key posts faster than agreed.");
    }
    refuse(throttle.take(policeService), "This police service posts faster than agreed.");
  }

  /** Counts one row of many: a stream that comes too fast is slowed down, and not refused. */
  void await() {
    if (key != null) {
      await(key);
    }
    await(policeService);
  }

  private void await(String limit) {
    Optional<Duration> wait = throttle.take(limit);
    while (wait.isPresent()) {
      LockSupport.parkNanos(wait.get().toNanos());
      wait = throttle.take(limit);
    }
  }

  private static void refuse(Optional<Duration> tooSoon, String title) {
    tooSoon.ifPresent(
        wait -> {
          throw Problem.tooMany("too-many-posts", title, wait);
        });
  }
}
