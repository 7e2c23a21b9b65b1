package org.warmhandoff.notification.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether the deadlines are looked at. */
@ApplicationScoped
class DeadlineMeters {

  private final DeadlineClerk clerk;
  private final MeterRegistry registry;

  DeadlineMeters(DeadlineClerk clerk, MeterRegistry registry) {
    this.clerk = clerk;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("handoff.deadlines.look.seconds", clerk, DeadlineClerk::secondsSinceLook)
        .description("since the deadlines were last looked at")
        .register(registry);
  }
}
