package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.warmhandoff.eventing.outbox.Relay;

/** Alive means that the relay comes round, whether it leads or stands by. */
@Liveness
@ApplicationScoped
class RelayAlive implements HealthCheck {

  /** Longer than anything one round may wait for. */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

  private final Relay relay;

  RelayAlive(Relay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    Duration since = relay.sinceLastRound();
    return HealthCheckResponse.named("relay")
        .withData("leads", relay.leads())
        .withData("secondsSinceLastRound", since.toSeconds())
        .status(since.compareTo(LONGEST_ROUND) < 0)
        .build();
  }
}
