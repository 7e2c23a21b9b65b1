package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.incident.WebhookBacklog;

/** Lists messages an endpoint did not take when they were last tried. */
@ApplicationScoped
class ListUntaken {

  private final WebhookBacklog backlog;

  ListUntaken(WebhookBacklog backlog) {
    this.backlog = backlog;
  }

  @Transactional
  public List<Failed> latest(int limit) {
    return backlog.failed(limit);
  }
}
