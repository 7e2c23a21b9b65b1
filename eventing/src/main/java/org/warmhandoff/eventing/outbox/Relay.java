package org.warmhandoff.eventing.outbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Recalled;
import org.warmhandoff.eventing.end.EndOfProcess;

/**
 * Publishes the outbox. One thread; of all replicas of a service one leads, the others stand by and
 * take over when its connection to the database ends.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final long STANDBY_MILLIS = 500;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final RelaySettings settings;
  private final KafkaAccess kafka;
  private final RelayBell bell;
  private final RelayMeters meters;
  private final List<Recalled> recalled;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile long lastRound = System.nanoTime();
  private volatile boolean leading;
  private volatile @Nullable String refusal;
  private long pause = FIRST_PAUSE_MILLIS;

  Relay(
      RelaySettings settings,
      KafkaAccess kafka,
      RelayBell bell,
      RelayMeters meters,
      @All List<Recalled> recalled) {
    this.settings = settings;
    this.kafka = kafka;
    this.bell = bell;
    this.meters = meters;
    this.recalled = recalled;
  }

  void start(@Observes StartupEvent event) {
    if (settings.enabled()) {
      thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    bell.ring();
    Thread running = thread;
    if (running != null) {
      running.join(Duration.ofSeconds(5));
    }
  }

  /** Whether this replica publishes. */
  public boolean leads() {
    return leading;
  }

  /** Time since the relay last came round; long when it is stuck or has ended. */
  public Duration sinceLastRound() {
    return settings.enabled() ? Duration.ofNanos(System.nanoTime() - lastRound) : Duration.ZERO;
  }

  /** Why it refuses to publish, where someone must act. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  private void run() {
    try {
      while (!stopped()) {
        try (RelayDatabase database = settings.connect()) {
          standBy(database);
          if (!stopped()) {
            lead(database);
          }
        } catch (RelayDatabase.Deposed e) {
          LOG.info(e.getMessage());
        } catch (RelayDatabase.Refused e) {
          refusal = e.getMessage();
          LOG.error(e.getMessage());
          rest(LONGEST_PAUSE_MILLIS);
        } catch (SQLException e) {
          failed("the outbox cannot be read", e);
        } finally {
          leading = false;
          meters.leading(false);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // A relay that has ended would be noticed by nobody but those who wait for its facts.
      EndOfProcess.because("the relay has ended", e);
    }
  }

  private void standBy(RelayDatabase database) throws SQLException, InterruptedException {
    while (!stopped() && !database.tryToLead()) {
      came();
      rest(STANDBY_MILLIS);
    }
  }

  private void lead(RelayDatabase database) throws SQLException, InterruptedException {
    while (!stopped()) {
      Leader leader = new Leader(database, kafka, meters, recalled, settings.page());
      refusal = null;
      leading = true;
      meters.leading(true);
      LOG.debugf("leading in epoch %d", leader.epoch());
      try (Sender sender = new Sender(kafka.producer())) {
        while (!stopped()) {
          boolean more = leader.publish(sender, this::stoppedAtPage);
          pause = FIRST_PAUSE_MILLIS;
          came();
          if (!more && bell.await(settings.poll())) {
            rest(settings.linger().toMillis());
          }
        }
        leader.store();
      } catch (KafkaException | Sender.NotSent e) {
        failed("Kafka does not take the outbox's facts", e);
      }
    }
  }

  private void failed(String what, Exception cause) throws InterruptedException {
    meters.failed();
    LOG.warnf("%s, next attempt in %d ms: %s", what, pause, cause.toString());
    came();
    rest(pause);
    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }

  /** Asked before each page of a long drain: that is a sign of life, too. */
  private boolean stoppedAtPage() {
    came();
    return stopped();
  }

  private void came() {
    lastRound = System.nanoTime();
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }

  private void rest(long millis) throws InterruptedException {
    if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
      LOG.debug("stopping");
    }
  }
}
