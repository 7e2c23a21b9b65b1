package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.incident.WebhookDeliveries;

/** Lists messages an endpoint did not take when they were last tried. */
@ApplicationScoped
class ListUntaken {

  private final WebhookDeliveries deliveries;

  ListUntaken(WebhookDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Transactional
  public List<Failed> latest(int limit) {
    return deliveries.failed(limit);
  }
}
