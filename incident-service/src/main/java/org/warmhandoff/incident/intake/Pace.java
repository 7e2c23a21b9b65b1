package org.warmhandoff.incident.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.key.KeyHolder;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.incident.Throttle.Held;

/**
 * Holds a system to the incidents a second that were agreed: for its key, where that has a limit of
 * its own, and for all systems of its police service together.
 *
 * @param holder who came with a key, null for who came with a token
 * @param limits by name
 */
record Pace(
    Throttle throttle, String policeService, @Nullable KeyHolder holder, List<String> limits) {

  private static final String TOO_FAST = "too-many-posts";

  static Pace of(Throttle throttle, Caller caller) {
    KeyHolder holder = caller.key().orElse(null);
    String policeService = caller.policeService();
    return new Pace(
        throttle,
        policeService,
        holder,
        holder == null
            ? List.of(policeService)
            : List.of(Throttle.ofKey(holder.line()), policeService));
  }

  /** History pages nobody and is no post of today: only a key's own limit counts for it. */
  static Pace ofHistory(Throttle throttle, Caller caller) {
    Pace live = of(throttle, caller);
    return new Pace(
        throttle,
        live.policeService(),
        live.holder(),
        live.limits().stream().filter(limit -> !limit.equals(live.policeService())).toList());
  }

  /** Checks are counted apart: whoever tries out samples uses up nothing of what a CAD may post. */
  static Pace ofChecks(Throttle throttle, String policeService) {
    return new Pace(throttle, policeService, null, List.of(FindSource.pace(policeService)));
  }

  /**
   * Counts one post.
   *
   * @throws Problem 429, with the time to wait, where it comes faster than agreed
   */
  void keep() {
    refuse(throttle.take(limits, 1));
  }

  /**
   * Looks whether one post would pass, before a list is read that is counted afterwards.
   *
   * @throws Problem 429
   */
  void look() {
    refuse(throttle.look(limits, 1));
  }

  /** Counts one post that was not taken. */
  void spend() {
    throttle.take(limits, 1);
  }

  /**
   * Counts a list. Its rows pass at once or not at all: who waited here would hold a thread that
   * others need. A list that is refused costs nothing, so that to ask again does not put it off.
   *
   * @throws Problem 429, with the time until the whole list would pass; 413 where it never would
   */
  void keepAll(int rows) {
    int most = throttle.most(limits);
    if (rows > most) {
      throw Problem.tooLarge("too-many-events", "This list has more events than may pass at once.")
          .expected("at most " + most + " events, which is what was agreed for a second");
    }
    refuse(throttle.take(limits, Math.max(1, rows)));
  }

  /**
   * Counts one row of a stream, which is slowed down where it comes too fast, and not refused.
   *
   * @return whether it was counted; else it must be waited for
   */
  boolean passes() {
    return throttle.take(limits, 1).isEmpty();
  }

  /** Counts one row of a stream as soon as it may pass. */
  void await() {
    Optional<Held> held = throttle.take(limits, 1);
    while (held.isPresent()) {
      LockSupport.parkNanos(held.get().until().toNanos());
      held = throttle.take(limits, 1);
    }
  }

  private static void refuse(Optional<Held> tooSoon) {
    tooSoon.ifPresent(
        held -> {
          throw Problem.tooMany(TOO_FAST, "Posts come faster than agreed.", held.until())
              .expected(
                  held.limit().startsWith(Throttle.ofKey(""))
                      ? "no more posts a second than this key may make"
                      : "no more posts a second than all systems of this police service may make");
        });
  }
}
