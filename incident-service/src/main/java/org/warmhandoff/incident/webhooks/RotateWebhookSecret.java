package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.WebhookEndpoints;
import org.warmhandoff.outbound.WebhookSecret;

/** A new secret; messages carry a signature of each until the old ones' grace is over. */
@ApplicationScoped
class RotateWebhookSecret {

  private final WebhookEndpoints endpoints;
  private final WebhookSettings settings;

  RotateWebhookSecret(WebhookEndpoints endpoints, WebhookSettings settings) {
    this.endpoints = endpoints;
    this.settings = settings;
  }

  /**
   * Rotates.
   *
   * @param leaked the old ones sign nothing any more, from now on
   * @throws Problem 404 where there is no such endpoint
   */
  @Transactional
  public void rotate(String policeService, UUID id, WebhookSecret secret, boolean leaked) {
    if (!endpoints.locked(policeService, id)) {
      throw WebhookResource.unknown();
    }
    endpoints.rotate(id, secret, settings.secretGrace(), leaked);
  }
}
