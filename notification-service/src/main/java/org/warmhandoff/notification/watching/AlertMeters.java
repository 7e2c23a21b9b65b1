package org.warmhandoff.notification.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether supervisors judge in time what was told of danger. */
@ApplicationScoped
class AlertMeters {

  private final CountOverdue countOverdue;
  private final MeterRegistry registry;

  AlertMeters(CountOverdue countOverdue, MeterRegistry registry) {
    this.countOverdue = countOverdue;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("handoff.alerts.unjudged", countOverdue, CountOverdue::count)
        .description("dangers no supervisor has judged within a day")
        .register(registry);
  }
}
