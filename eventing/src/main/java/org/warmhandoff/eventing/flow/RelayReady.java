package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.warmhandoff.eventing.outbox.Relay;

/** Not ready while the relay refuses this database: facts would be stored that nobody hears. */
@Readiness
@ApplicationScoped
class RelayReady implements HealthCheck {

  private final Relay relay;

  RelayReady(Relay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return relay
        .refusal()
        .map(
            why ->
                HealthCheckResponse.named("outbox can be published")
                    .withData("refused", why)
                    .down()
                    .build())
        .orElseGet(() -> HealthCheckResponse.named("outbox can be published").up().build());
  }
}
