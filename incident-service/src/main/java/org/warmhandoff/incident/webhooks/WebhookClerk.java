package org.warmhandoff.incident.webhooks;

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
import org.warmhandoff.incident.WebhookDeliveries.Claimed;

/**
 * Looks for messages that are due and has each sent on a thread of its own. Many may be on their
 * way at a time, since most of that is waiting; few of them are at the database at a time. A
 * process beside it takes other messages; what a killed one had claimed is due again when its claim
 * runs out.
 */
@ApplicationScoped
class WebhookClerk {

  private static final Logger LOG = Logger.getLogger(WebhookClerk.class);
  private static final int SENDERS = 32;
  private static final int AT_THE_DATABASE = 6;
  private static final long LOOK_AGAIN_MILLIS = 250;
  private static final long AFTER_FAILURE_MILLIS = 2_000;

  private final ClaimMessage claimMessage;
  private final PrepareMessage prepareMessage;
  private final WebhookSender sender;
  private final RecordAnswer recordAnswer;
  private final Semaphore free = new Semaphore(SENDERS);
  private final Semaphore database = new Semaphore(AT_THE_DATABASE);
  private final Semaphore stopping = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;
  private volatile long lookedAt = System.nanoTime();

  WebhookClerk(
      ClaimMessage claimMessage,
      PrepareMessage prepareMessage,
      WebhookSender sender,
      RecordAnswer recordAnswer) {
    this.claimMessage = claimMessage;
    this.prepareMessage = prepareMessage;
    this.sender = sender;
    this.recordAnswer = recordAnswer;
  }

  /** How long ago it last saw what is due; long where it is stuck, or is refused each time. */
  double secondsSinceLook() {
    return (System.nanoTime() - lookedAt) / 1e9;
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofPlatform().name("webhooks").start(this::workOrEnd);
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    closed = true;
    stopping.release();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  /** Without it nothing is ever sent, and nobody would notice: then the process must not live. */
  private void workOrEnd() {
    try {
      work();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      EndOfProcess.because("the webhooks have ended", failed);
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
        LOG.warnf("webhooks could not be looked for, and are again: %s", Shape.of(failed));
        pause = AFTER_FAILURE_MILLIS;
      }
      if (stopping.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
        return;
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
      Optional<Claimed> due = claimMessage.claim();
      lookedAt = System.nanoTime();
      if (due.isPresent()) {
        Claimed message = due.get();
        Thread.ofVirtual().name("webhook").start(() -> deliver(message));
        handedOn = true;
      }
      return handedOn;
    } finally {
      if (!handedOn) {
        free.release();
      }
    }
  }

  private void deliver(Claimed claimed) {
    try {
      Optional<Outgoing> message = atTheDatabase(() -> prepareMessage.ready(claimed));
      if (message.isPresent()) {
        Answer answer = sender.send(message.get());
        atTheDatabase(
            () -> {
              recordAnswer.record(claimed, answer);
              return answer;
            });
      }
    } catch (RuntimeException failed) {
      // it is due again when its claim runs out
      LOG.warnf(
          "what became of message %s could not be stored: %s", claimed.id(), Shape.of(failed));
    } finally {
      free.release();
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
