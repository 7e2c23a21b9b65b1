package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.WebhookBackoff;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.incident.WebhookEndpoints;

/**
 * Stores what became of an attempt. A message that went through its whole schedule disables its
 * endpoint, unless the endpoint took others meanwhile: then this one alone is given up. An endpoint
 * that says it is gone is disabled at once. What waits for a disabled endpoint goes on waiting.
 */
@ApplicationScoped
class RecordAnswer {

  private static final Logger LOG = Logger.getLogger(RecordAnswer.class);

  private final WebhookDeliveries deliveries;
  private final WebhookEndpoints endpoints;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  RecordAnswer(WebhookDeliveries deliveries, WebhookEndpoints endpoints) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
  }

  /** Changes nothing where the claim has run out: another process has it, or had it. */
  @Transactional
  public void record(Claimed claimed, Answer answer) {
    endpoints.lock(claimed.endpoint());
    switch (answer) {
      case Answer.Taken taken -> {
        if (deliveries.taken(claimed)) {
          endpoints.took(claimed.endpoint());
        }
      }
      case Answer.Gone gone -> {
        if (failed(claimed, "status-410", null)) {
          disable(claimed, "gone");
        }
      }
      case Answer.NotTaken not -> {
        boolean over = wait(claimed, 0, null).isEmpty();
        if (failed(claimed, not.code(), not.retryAfter()) && over && !deliveries.giveUp(claimed)) {
          disable(claimed, "never-taken");
        }
      }
    }
  }

  private boolean failed(Claimed claimed, String failure, @Nullable Duration retryAfter) {
    Optional<Duration> wait = wait(claimed, chance.nextDouble(), retryAfter);
    boolean ours = deliveries.later(claimed, failure, wait.orElse(Duration.ZERO));
    if (ours) {
      endpoints.failed(claimed.endpoint(), failure);
    }
    return ours;
  }

  private static Optional<Duration> wait(
      Claimed claimed, double chance, @Nullable Duration retryAfter) {
    return claimed.urgent()
        ? WebhookBackoff.afterUrgent(claimed.attempts(), chance, retryAfter)
        : WebhookBackoff.after(claimed.attempts(), chance, retryAfter);
  }

  private void disable(Claimed claimed, String reason) {
    if (endpoints.disable(claimed.endpoint(), reason)) {
      LOG.warnf("webhook endpoint %s is disabled (%s)", claimed.endpoint(), reason);
    }
  }
}
