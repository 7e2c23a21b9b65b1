package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.incident.WebhookEndpoints;

/** The endpoints of a police service, without their secrets. */
@ApplicationScoped
class ListWebhooks {

  private final WebhookEndpoints endpoints;

  ListWebhooks(WebhookEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Transactional
  public List<WebhookEndpoints.Endpoint> list(String policeService) {
    return endpoints.of(policeService);
  }
}
