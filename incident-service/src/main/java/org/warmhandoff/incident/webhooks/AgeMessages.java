package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.WebhookDeliveries;

/** Says how long the oldest message has been due that could be sent. */
@ApplicationScoped
class AgeMessages {

  private final WebhookDeliveries deliveries;

  AgeMessages(WebhookDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Seconds; zero where nothing is due. */
  @Transactional
  public double oldestSeconds() {
    return deliveries.oldestDue();
  }
}
