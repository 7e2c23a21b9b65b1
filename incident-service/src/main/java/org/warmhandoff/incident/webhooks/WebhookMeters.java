package org.warmhandoff.incident.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether anybody looks for messages to be sent. */
@ApplicationScoped
class WebhookMeters {

  private final WebhookClerk clerk;
  private final MeterRegistry registry;

  WebhookMeters(WebhookClerk clerk, MeterRegistry registry) {
    this.clerk = clerk;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("handoff.webhooks.look.seconds", clerk, WebhookClerk::secondsSinceLook)
        .description("since messages to be sent were last looked for")
        .register(registry);
  }
}
