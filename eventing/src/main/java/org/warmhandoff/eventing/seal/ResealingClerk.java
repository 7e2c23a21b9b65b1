package org.warmhandoff.eventing.seal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;

/**
 * Has everything sealed anew after the master key was rotated, and at every start. It says when
 * nothing is left under an older key: not before it found nothing twice, since a process beside it
 * may have noticed the new key a moment later.
 */
@ApplicationScoped
class ResealingClerk {

  private static final Logger LOG = Logger.getLogger(ResealingClerk.class);
  private static final long FIRST_LOOK_SECONDS = 10;
  private static final long LOOK_AGAIN_SECONDS = 15;
  private static final int TIMES_NOTHING = 2;

  private final Resealing resealing;
  private final Seal seal;
  private final Semaphore stopping = new Semaphore(0);
  private byte[] mark = new byte[0];
  private int nothing;
  private long resealed;
  private @Nullable Thread thread;

  ResealingClerk(Resealing resealing, Seal seal) {
    this.resealing = resealing;
    this.seal = seal;
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofPlatform().daemon().name("resealing").start(this::work);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  private void work() {
    try {
      long pause = FIRST_LOOK_SECONDS;
      while (!stopping.tryAcquire(pause, TimeUnit.SECONDS)) {
        look();
        pause = LOOK_AGAIN_SECONDS;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      byte[] newest = seal.mark();
      if (!Arrays.equals(newest, mark)) {
        mark = newest;
        nothing = 0;
        resealed = 0;
      }
      if (nothing == TIMES_NOTHING) {
        return;
      }
      Resealing.Pass pass = resealing.pass(() -> stopping.availablePermits() == 0);
      resealed += pass.resealed();
      if (pass.unreadable() > 0) {
        LOG.errorf("%d sealed values open under no key there is", pass.unreadable());
      }
      nothing = pass.foundNothing() ? nothing + 1 : 0;
      if (nothing == TIMES_NOTHING && resealed > 0) {
        LOG.infof("%d values were sealed anew; none is left under an older master key", resealed);
      }
    } catch (SQLException | RuntimeException failed) {
      LOG.warnf("what older keys sealed could not be gone through: %s", Shape.of(failed));
    }
  }
}
