package org.warmhandoff.incident.linking;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.end.EndOfProcess;

/** Has incidents told anew as their parties are linked, one after the other. */
@ApplicationScoped
class LinkClerk {

  private static final Logger LOG = Logger.getLogger(LinkClerk.class);
  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final long AFTER_FAILURE_MILLIS = 2_000;

  private final TellIncident tellIncident;
  private final Semaphore stopping = new Semaphore(0);
  private @Nullable Thread thread;

  LinkClerk(TellIncident tellIncident) {
    this.tellIncident = tellIncident;
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofPlatform().name("links").start(this::workOrEnd);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  /** Without it a worker could be sent to both sides of a dyad: then the process must not live. */
  private void workOrEnd() {
    try {
      long pause = 0;
      while (!stopping.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
        pause = next();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      EndOfProcess.because("the telling of links has ended", failed);
    }
  }

  private long next() {
    try {
      return tellIncident.next() ? 0 : LOOK_AGAIN_MILLIS;
    } catch (RuntimeException failed) {
      LOG.warnf("an incident could not be told anew, and is again: %s", Shape.of(failed));
      return AFTER_FAILURE_MILLIS;
    }
  }
}
