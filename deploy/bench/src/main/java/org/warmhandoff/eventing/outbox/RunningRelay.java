package org.warmhandoff.eventing.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;

/** The relay as a service runs it, made by hand where there is no container. */
public final class RunningRelay {

  private final RelayBell bell = new RelayBell();
  private final Relay relay;

  /**
   * @param page rows published together at most
   * @param poll how long it waits where nobody rings
   */
  public RunningRelay(Access access, int page, Duration poll) {
    RelaySettings settings =
        new RelaySettings(
            access.databaseUrl(),
            access.databaseUser(),
            access.databasePassword(),
            "bench",
            true,
            page,
            poll,
            Duration.ZERO);
    this.relay =
        new Relay(
            settings,
            new KafkaAccess(
                access.kafkaServers(), access.kafkaUser(), access.kafkaPassword(), "bench"),
            bell,
            new RelayMeters(new SimpleMeterRegistry(), settings),
            List.of());
  }

  /** Where it reads and where it publishes. */
  public record Access(
      String databaseUrl,
      String databaseUser,
      String databasePassword,
      String kafkaServers,
      String kafkaUser,
      String kafkaPassword) {}

  /** Starts its thread. */
  public void start() {
    relay.start(new StartupEvent());
  }

  /** What the outbox does after each commit of its own process. */
  public void ring() {
    bell.ring();
  }
}
