package org.warmhandoff.incident.webhooks;

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

/**
 * Looks for messages that are due and has each sent on a thread of its own, a few at a time: fewer
 * than the database's connections, since each needs one to say what became of it. A process beside
 * it takes other messages; what a killed one had claimed is due again when its claim runs out.
 */
@ApplicationScoped
class WebhookClerk {

  private static final Logger LOG = Logger.getLogger(WebhookClerk.class);
  private static final int SENDERS = 6;
  private static final long LOOK_AGAIN_MILLIS = 250;
  private static final long AFTER_FAILURE_MILLIS = 2_000;

  private final ClaimMessage claimMessage;
  private final WebhookSender sender;
  private final RecordAnswer recordAnswer;
  private final Semaphore free = new Semaphore(SENDERS);
  private final Semaphore stopping = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  WebhookClerk(ClaimMessage claimMessage, WebhookSender sender, RecordAnswer recordAnswer) {
    this.claimMessage = claimMessage;
    this.sender = sender;
    this.recordAnswer = recordAnswer;
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
      return false;
    }
    boolean handedOn = false;
    try {
      Optional<Outgoing> due = claimMessage.claim();
      if (due.isPresent()) {
        Outgoing message = due.get();
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

  private void deliver(Outgoing message) {
    try {
      recordAnswer.record(message.claimed(), sender.send(message));
    } catch (RuntimeException failed) {
      // it is due again when its claim runs out
      LOG.warnf("what became of %s could not be stored: %s", message.id(), Shape.of(failed));
    } finally {
      free.release();
    }
  }
}
