package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.WebhookBacklog;

/** Says how long the oldest message has been due that could be sent. */
@ApplicationScoped
class AgeMessages {

  private final WebhookBacklog backlog;

  AgeMessages(WebhookBacklog backlog) {
    this.backlog = backlog;
  }

  /** Seconds; zero where nothing is due. */
  @Transactional
  public double oldestSeconds() {
    return backlog.oldestDue();
  }
}
