package org.warmhandoff.notification.watching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.warmhandoff.console.problem.Shape;

/** Has the calls in hand counted once a second. */
@ApplicationScoped
class InHandClerk {

  private static final Logger LOG = Logger.getLogger(InHandClerk.class);

  private final CountInHand countInHand;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("in-hand").factory());

  InHandClerk(CountInHand countInHand) {
    this.countInHand = countInHand;
  }

  void start(@Observes StartupEvent started) {
    clock.scheduleWithFixedDelay(this::count, 0, 1, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    clock.shutdownNow();
  }

  private void count() {
    try {
      countInHand.count();
    } catch (RuntimeException failed) {
      // whoever is ranked by an older count is still asked only where they are free
      LOG.warnf("calls in hand could not be counted, and are again: %s", Shape.of(failed));
    }
  }
}
