package org.warmhandoff.analytics.releasing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.ReleaseSchedule;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.time.BusinessClock;

/** Closes a release each day of business time, also where that time is moved by hand. */
@ApplicationScoped
class DailyClosing {

  private static final Logger LOG = Logger.getLogger(DailyClosing.class);

  /** The longest it trusts its own reckoning, and the pause after a failure. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final CloseRelease closeRelease;
  private final ListReleases listReleases;
  private final BusinessClock clock;
  private final ReleaseSchedule schedule;
  private final boolean automatic;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private boolean stopping;
  private @Nullable Thread worker;

  DailyClosing(
      CloseRelease closeRelease,
      ListReleases listReleases,
      BusinessClock clock,
      @ConfigProperty(name = "handoff.release.automatic") boolean automatic,
      @ConfigProperty(name = "handoff.release.at") LocalTime at,
      @ConfigProperty(name = "handoff.release.zone") ZoneId zone) {
    this.closeRelease = closeRelease;
    this.listReleases = listReleases;
    this.clock = clock;
    this.automatic = automatic;
    this.schedule = new ReleaseSchedule(at, zone);
  }

  void start(@Observes StartupEvent event) {
    if (automatic) {
      Instant since = clock.instant();
      clock.onMove(this::wake);
      worker = Thread.ofPlatform().daemon().name("daily-closing").start(() -> work(since));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    if (worker != null) {
      worker.join(Duration.ofSeconds(5));
    }
  }

  private void wake() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void work(Instant since) {
    lock.lock();
    try {
      while (!stopping) {
        Duration left = step(since);
        long nanos = (left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN).toNanos();
        if (nanos > 0 && !stopping) {
          moved.await(nanos, TimeUnit.NANOSECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Closes what is due and says how long until the next. */
  private Duration step(Instant since) {
    try {
      Instant due = due(since);
      if (clock.instant().isBefore(due)) {
        return Duration.between(clock.instant(), due);
      }
      ReleaseStamp closed = closeRelease.now();
      LOG.infof("release %d closed", closed.number());
      return Duration.ZERO;
    } catch (Problem another) {
      // Somebody closed one in this moment; the next is a day away.
      return LOOK_AGAIN;
    } catch (RuntimeException e) {
      LOG.errorf("no release closed (%s); tried again shortly", e.getClass().getName());
      return LOOK_AGAIN;
    }
  }

  private Instant due(Instant since) {
    List<ReleaseStamp> releases = listReleases.latestFirst();
    return releases.isEmpty() ? schedule.first(since) : schedule.after(releases.getFirst());
  }
}
