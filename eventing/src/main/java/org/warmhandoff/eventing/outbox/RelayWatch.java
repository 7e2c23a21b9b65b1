package org.warmhandoff.eventing.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.eventing.end.EndOfProcess;
import org.warmhandoff.eventing.end.Silence;

/**
 * Ends the process whose relay does not come round any more: nothing of the service would be told,
 * and whoever starts it again is told by its end, not by a health check somebody may ask.
 */
@ApplicationScoped
public class RelayWatch {

  private static final long GLANCE_SECONDS = 5;

  private final Relay relay;
  private final Duration silence;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param silence longer than anything one round may wait for
   */
  RelayWatch(Relay relay, @ConfigProperty(name = "handoff.relay.silence") Duration silence) {
    this.relay = relay;
    this.silence = silence;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("relay-watch").daemon().start(this::watch);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** A relay that does not come round for longer than this counts as stuck. */
  public Duration silence() {
    return silence;
  }

  private void watch() {
    Silence sinceRound = new Silence(silence);
    try {
      while (!stopping.await(GLANCE_SECONDS, TimeUnit.SECONDS)) {
        Duration since = relay.sinceLastRound();
        if (sinceRound.isTooLong(since)) {
          EndOfProcess.because(
              "the relay has not come round for %d s".formatted(since.toSeconds()), null);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
