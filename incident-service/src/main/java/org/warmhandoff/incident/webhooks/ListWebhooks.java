package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.WebhookEndpoints;

/** The endpoints of a police service, without their secrets. */
@ApplicationScoped
class ListWebhooks {

  private final PoliceServices policeServices;
  private final WebhookEndpoints endpoints;

  ListWebhooks(PoliceServices policeServices, WebhookEndpoints endpoints) {
    this.policeServices = policeServices;
    this.endpoints = endpoints;
  }

  /**
   * Lists them.
   *
   * @throws Problem 404 where there is no such police service
   */
  @Transactional
  public List<WebhookEndpoints.Endpoint> list(String policeService) {
    if (policeServices.findById(policeService) == null) {
      throw Problem.notFound("no-such-police-service", "There is no such police service.");
    }
    return endpoints.of(policeService);
  }
}
