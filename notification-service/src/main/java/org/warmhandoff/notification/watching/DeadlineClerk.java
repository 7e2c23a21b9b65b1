package org.warmhandoff.notification.watching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.time.BusinessClock;

/**
 * Goes through the deadlines as they fall due. It looks again at least every fifty milliseconds and
 * at once when business time is moved; a replica beside it takes other incidents.
 */
@ApplicationScoped
public class DeadlineClerk {

  private static final Logger LOG = Logger.getLogger(DeadlineClerk.class);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final int LOOKS_BEFORE_RETRY = 20;

  private final FireDeadline fireDeadline;
  private final BusinessClock clock;
  private final Semaphore moved = new Semaphore(0);
  private final Set<UUID> heldBack = new HashSet<>();
  private volatile boolean closed;
  private @Nullable Thread thread;

  DeadlineClerk(FireDeadline fireDeadline, BusinessClock clock) {
    this.fireDeadline = fireDeadline;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    clock.onMove(moved::release);
    thread = Thread.ofPlatform().name("deadlines").start(this::work);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    closed = true;
    moved.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  private void work() {
    int looks = 0;
    while (!closed) {
      while (!closed && fire()) {
        // as long as something is due
      }
      looks = (looks + 1) % LOOKS_BEFORE_RETRY;
      if (looks == 0) {
        heldBack.clear();
      }
      try {
        if (moved.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          moved.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean fire() {
    AtomicReference<@Nullable UUID> attempted = new AtomicReference<>();
    try {
      return fireDeadline.next(Set.copyOf(heldBack), attempted::set).isPresent();
    } catch (RuntimeException failed) {
      UUID assignment = attempted.get();
      if (assignment == null) {
        LOG.warnf("deadlines could not be read and are tried again: %s", failed.toString());
        return false;
      }
      // the row is still there: it is tried again within a second, and the others go on
      heldBack.add(assignment);
      LOG.errorf(failed, "deadline of assignment %s failed and is tried again", assignment);
      return true;
    }
  }
}
