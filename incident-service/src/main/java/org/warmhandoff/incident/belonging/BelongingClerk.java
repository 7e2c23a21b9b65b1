package org.warmhandoff.incident.belonging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.end.EndOfProcess;
import org.warmhandoff.incident.Unsettled;

/** Has settled what belongs together, one incident after the other. */
@ApplicationScoped
class BelongingClerk {

  private static final Logger LOG = Logger.getLogger(BelongingClerk.class);
  private static final long LOOK_AGAIN_MILLIS = 500;

  private final TakeUnsettled takeUnsettled;
  private final SettleBelonging settleBelonging;
  private final Semaphore stopping = new Semaphore(0);
  private @Nullable Thread thread;

  BelongingClerk(TakeUnsettled takeUnsettled, SettleBelonging settleBelonging) {
    this.takeUnsettled = takeUnsettled;
    this.settleBelonging = settleBelonging;
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofPlatform().name("belonging").start(this::workOrEnd);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  /** Without it one incident could be helped as two: then the process must not live. */
  private void workOrEnd() {
    try {
      long pause = 0;
      while (!stopping.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
        pause = next();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      EndOfProcess.because("the settling of what belongs together has ended", failed);
    }
  }

  private long next() {
    try {
      Optional<Unsettled.Note> next = takeUnsettled.next();
      next.ifPresent(settleBelonging::settle);
      return next.isPresent() ? 0 : LOOK_AGAIN_MILLIS;
    } catch (RuntimeException failed) {
      LOG.warnf(
          "what belongs to an incident could not be settled, and is tried again: %s",
          Shape.of(failed));
      return LOOK_AGAIN_MILLIS;
    }
  }
}
