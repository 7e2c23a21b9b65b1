package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.incident.WebhookDeliveries.Limits;

/**
 * Takes the message that is to be sent next, for as long as an attempt can last. Nothing of it is
 * opened here: one that cannot be made ready must not stand in the way of all others.
 */
@ApplicationScoped
class ClaimMessage {

  /** Of one endpoint, and of one police service: what hangs must leave senders to the others. */
  private static final Limits AT_ONCE = new Limits(4, 8);

  /** After the attempt's own time: to store what became of it. */
  private static final Duration TO_RECORD = Duration.ofSeconds(30);

  private final WebhookDeliveries deliveries;
  private final WebhookSettings settings;

  ClaimMessage(WebhookDeliveries deliveries, WebhookSettings settings) {
    this.deliveries = deliveries;
    this.settings = settings;
  }

  /** Empty where nothing is due. */
  @Transactional
  public Optional<Claimed> claim() {
    return deliveries.claim(settings.timeout().plus(TO_RECORD), AT_ONCE);
  }
}
