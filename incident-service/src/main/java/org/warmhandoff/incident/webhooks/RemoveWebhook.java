package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookEndpoints;

/** An endpoint is there no longer: nothing waits for it, and its secrets are destroyed. */
@ApplicationScoped
class RemoveWebhook {

  private final WebhookEndpoints endpoints;
  private final WebhookDeliveries deliveries;

  RemoveWebhook(WebhookEndpoints endpoints, WebhookDeliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  /**
   * Removes it, for good.
   *
   * @throws Problem 404 where there is no such endpoint
   */
  @Transactional
  public void remove(String policeService, UUID id) {
    if (!endpoints.lockedForGood(policeService, id)) {
      throw WebhookResource.unknown();
    }
    endpoints.remove(id);
    deliveries.drop(id);
  }
}
