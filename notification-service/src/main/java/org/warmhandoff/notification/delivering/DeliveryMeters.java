package org.warmhandoff.notification.delivering;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether anybody looks for notices to be sent. */
@ApplicationScoped
class DeliveryMeters {

  private final DeliveryClerk clerk;
  private final MeterRegistry registry;

  DeliveryMeters(DeliveryClerk clerk, MeterRegistry registry) {
    this.clerk = clerk;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("handoff.deliveries.look.seconds", clerk, DeliveryClerk::secondsSinceLook)
        .description("since notices to be sent were last looked for")
        .register(registry);
  }
}
