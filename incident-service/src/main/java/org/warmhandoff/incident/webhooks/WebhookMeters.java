package org.warmhandoff.incident.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether messages are sent. */
@ApplicationScoped
class WebhookMeters {

  private final WebhookClerk clerk;
  private final AgeMessages ageMessages;
  private final MeterRegistry registry;

  WebhookMeters(WebhookClerk clerk, AgeMessages ageMessages, MeterRegistry registry) {
    this.clerk = clerk;
    this.ageMessages = ageMessages;
    this.registry = registry;
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("handoff.webhooks.look.seconds", clerk, WebhookClerk::secondsSinceLook)
        .description("since messages to be sent were last looked for")
        .register(registry);
    Gauge.builder("handoff.webhooks.due.seconds", ageMessages, AgeMessages::oldestSeconds)
        .description("how long the oldest message has been due that could be sent")
        .register(registry);
  }
}
