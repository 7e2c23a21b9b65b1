package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookEndpoints;

/** Somebody says an endpoint is well again: what waited for it is sent now, in its order. */
@ApplicationScoped
class EnableWebhook {

  private final WebhookEndpoints endpoints;
  private final WebhookDeliveries deliveries;

  EnableWebhook(WebhookEndpoints endpoints, WebhookDeliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  /**
   * Enables; one that is enabled is tried at once.
   *
   * @throws Problem 404 where there is no such endpoint
   */
  @Transactional
  public void enable(String policeService, UUID id) {
    if (!endpoints.locked(policeService, id)) {
      throw WebhookResource.unknown();
    }
    endpoints.enable(id);
    deliveries.afresh(id);
  }
}
