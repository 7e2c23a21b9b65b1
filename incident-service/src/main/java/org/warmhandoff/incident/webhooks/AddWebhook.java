package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.WebhookEndpoints;
import org.warmhandoff.outbound.WebhookSecret;

/** A police service wants its advisories sent there. */
@ApplicationScoped
class AddWebhook {

  /** Enough for a few systems and their trials; each costs an attempt per advisory. */
  private static final int MOST = 10;

  private final PoliceServices policeServices;
  private final WebhookEndpoints endpoints;

  AddWebhook(PoliceServices policeServices, WebhookEndpoints endpoints) {
    this.policeServices = policeServices;
    this.endpoints = endpoints;
  }

  /**
   * Adds an endpoint; what was told before is not sent there.
   *
   * @param test whether drills go there, and nothing else
   * @throws Problem 404 where there is no such police service, 409 where it has enough of them
   */
  @Transactional
  public UUID add(String policeService, String url, boolean test, WebhookSecret secret, String by) {
    PoliceService found = policeServices.findById(policeService, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw Problem.notFound("no-such-police-service", "There is no such police service.");
    }
    if (endpoints.of(policeService).size() >= MOST) {
      throw Problem.conflict("enough-webhooks", "This police service has enough endpoints.");
    }
    return endpoints.add(found, url, test, secret, by);
  }
}
