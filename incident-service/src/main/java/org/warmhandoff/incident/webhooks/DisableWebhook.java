package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.WebhookEndpoints;

/** Nothing more is sent there until it is enabled; what is told meanwhile waits. */
@ApplicationScoped
class DisableWebhook {

  private final WebhookEndpoints endpoints;

  DisableWebhook(WebhookEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Disables.
   *
   * @throws Problem 404 where there is no such endpoint
   */
  @Transactional
  public void disable(String policeService, UUID id) {
    if (!endpoints.locked(policeService, id)) {
      throw WebhookResource.unknown();
    }
    endpoints.disable(id, "by-hand");
  }
}
