package org.warmhandoff.notification.rostering;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.time.BusinessClock;

/**
 * Sees to it that shifts are laid out weeks ahead. Nobody is off duty where it is late: routing
 * reads the rotations themselves for what is not laid out yet.
 */
@ApplicationScoped
public class ShiftClerk {

  private static final Logger LOG = Logger.getLogger(ShiftClerk.class);
  private static final long LOOK_AGAIN_SECONDS = 60;

  private final LayOutShifts layOutShifts;
  private final BusinessClock clock;
  private final Semaphore moved = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  ShiftClerk(LayOutShifts layOutShifts, BusinessClock clock) {
    this.layOutShifts = layOutShifts;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    clock.onMove(moved::release);
    thread = Thread.ofPlatform().daemon().name("shifts").start(this::work);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    closed = true;
    moved.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  private void work() {
    while (!closed) {
      try {
        while (!closed && layOutShifts.next()) {
          // as long as a rotation is not laid out
        }
      } catch (RuntimeException failed) {
        LOG.warnf("shifts could not be laid out, and are later: %s", Shape.of(failed));
      }
      try {
        if (moved.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
          moved.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
