package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookEndpoints;

/**
 * An endpoint lost what it was sent: it is sent again, under the old ids and marked as a replay.
 */
@ApplicationScoped
class ReplayAdvisories {

  private final WebhookEndpoints endpoints;
  private final WebhookDeliveries deliveries;

  ReplayAdvisories(WebhookEndpoints endpoints, WebhookDeliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  /**
   * Queues everything told from this business instant on; what still waits is left as it is.
   *
   * @return how many
   * @throws Problem 404 where there is no such endpoint
   */
  @Transactional
  public int replay(String policeService, UUID id, Instant from) {
    if (!endpoints.locked(policeService, id)) {
      throw WebhookResource.unknown();
    }
    return deliveries.replay(id, from);
  }
}
