package org.warmhandoff.notification.delivering;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.end.EndOfProcess;
import org.warmhandoff.notification.DeliveryBell;
import org.warmhandoff.notification.DeliveryQueue.Claimed;

/**
 * Has notices sent as soon as they are committed, each on a thread of its own. It is woken by the
 * commit, and looks by itself at least every fifty milliseconds for what another process queued or
 * left behind. Many may be on their way at a time, since most of that is waiting; few of them are
 * at the database at a time, so that facts and answers always find a connection.
 */
@ApplicationScoped
class DeliveryClerk {

  private static final Logger LOG = Logger.getLogger(DeliveryClerk.class);
  private static final int SENDERS = 32;
  private static final int AT_THE_DATABASE = 2;
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final long AFTER_FAILURE_MILLIS = 1_000;

  private final ClaimDelivery claimDelivery;
  private final PrepareDelivery prepareDelivery;
  private final Dispatch dispatch;
  private final RecordDelivery recordDelivery;
  private final DeliveryBell bell;
  private final Semaphore free = new Semaphore(SENDERS);
  private final Semaphore database = new Semaphore(AT_THE_DATABASE);
  private final Semaphore rung = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;
  private volatile long lookedAt = System.nanoTime();

  DeliveryClerk(
      ClaimDelivery claimDelivery,
      PrepareDelivery prepareDelivery,
      Dispatch dispatch,
      RecordDelivery recordDelivery,
      DeliveryBell bell) {
    this.claimDelivery = claimDelivery;
    this.prepareDelivery = prepareDelivery;
    this.dispatch = dispatch;
    this.recordDelivery = recordDelivery;
    this.bell = bell;
  }

  /** How long ago it last saw what is due; long where it is stuck, or is refused each time. */
  double secondsSinceLook() {
    return (System.nanoTime() - lookedAt) / 1e9;
  }

  void start(@Observes StartupEvent started) {
    bell.onRing(rung::release);
    thread = Thread.ofPlatform().name("deliveries").start(this::workOrEnd);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    closed = true;
    rung.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  /**
   * Without it no telephone ever rings, and nobody would notice: then the process must not live.
   */
  private void workOrEnd() {
    try {
      work();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      EndOfProcess.because("the deliveries have ended", failed);
    }
  }

  private void work() throws InterruptedException {
    while (!closed) {
      long pause = LOOK_AGAIN_MILLIS;
      try {
        while (!closed && next()) {
          // as long as something is due and somebody is free to send it
        }
      } catch (RuntimeException failed) {
        LOG.warnf("deliveries could not be looked for, and are again: %s", Shape.of(failed));
        pause = AFTER_FAILURE_MILLIS;
      }
      if (rung.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
        rung.drainPermits();
      }
    }
  }

  private boolean next() {
    if (!free.tryAcquire()) {
      lookedAt = System.nanoTime();
      return false;
    }
    boolean handedOn = false;
    try {
      Optional<Claimed> due = claimDelivery.claim();
      lookedAt = System.nanoTime();
      if (due.isPresent() && due.get().lease() != null) {
        Claimed claimed = due.get();
        Thread.ofVirtual().name("delivery").start(() -> deliver(claimed));
        handedOn = true;
      }
      return due.isPresent();
    } finally {
      if (!handedOn) {
        free.release();
      }
    }
  }

  private void deliver(Claimed claimed) {
    try {
      Outcome outcome = attempt(claimed);
      atTheDatabase(
          () -> {
            recordDelivery.record(claimed, outcome);
            return outcome;
          });
    } catch (RuntimeException failed) {
      // it is due again when its claim runs out
      LOG.warnf(
          "what became of delivery %s could not be stored: %s", claimed.id(), Shape.of(failed));
    } finally {
      free.release();
      rung.release(); // the worker's next channel may be due now
    }
  }

  private Outcome attempt(Claimed claimed) {
    try {
      return atTheDatabase(() -> prepareDelivery.ready(claimed))
          .map(dispatch::send)
          .orElseGet(() -> new Outcome.Never("no-channel"));
    } catch (RuntimeException failed) {
      LOG.warnf("delivery %s could not be made ready: %s", claimed.id(), Shape.of(failed));
      return new Outcome.Later("not-ready", null);
    }
  }

  private <T> T atTheDatabase(Supplier<T> work) {
    database.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      database.release();
    }
  }
}
