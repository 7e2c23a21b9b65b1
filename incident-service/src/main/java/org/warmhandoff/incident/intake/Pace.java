package org.warmhandoff.incident.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Throttle;

/** Holds a police service's systems to the incidents a second that were agreed with it. */
final class Pace {

  private Pace() {}

  /**
   * Counts one post.
   *
   * @throws Problem 429, with the time to wait, where it comes faster than agreed
   */
  static void keep(Throttle throttle, String policeService) {
    throttle
        .take(policeService)
        .ifPresent(
            wait -> {
              throw Problem.tooMany(
                  "too-many-posts", "This police service posts faster than agreed.", wait);
            });
  }

  /** Counts one row of many: a stream that comes too fast is slowed down, and not refused. */
  static void await(Throttle throttle, String policeService) {
    Optional<Duration> wait = throttle.take(policeService);
    while (wait.isPresent()) {
      LockSupport.parkNanos(wait.get().toNanos());
      wait = throttle.take(policeService);
    }
  }
}
