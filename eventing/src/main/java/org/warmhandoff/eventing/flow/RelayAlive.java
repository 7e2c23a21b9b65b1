package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.warmhandoff.eventing.outbox.Relay;
import org.warmhandoff.eventing.outbox.RelayWatch;

/** Alive means that the relay comes round, whether it leads or stands by. */
@Liveness
@ApplicationScoped
class RelayAlive implements HealthCheck {

  private final Relay relay;
  private final RelayWatch watch;

  RelayAlive(Relay relay, RelayWatch watch) {
    this.relay = relay;
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    Duration since = relay.sinceLastRound();
    return HealthCheckResponse.named("relay")
        .withData("leads", relay.leads())
        .withData("secondsSinceLastRound", since.toSeconds())
        .status(since.compareTo(watch.silence()) < 0)
        .build();
  }
}
