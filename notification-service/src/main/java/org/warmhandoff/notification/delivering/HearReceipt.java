package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.notification.DeliveryQueue;

/** Hears from the gateway what became of a message; what it says of others changes nothing. */
@ApplicationScoped
public class HearReceipt {

  private final DeliveryQueue queue;

  HearReceipt(DeliveryQueue queue) {
    this.queue = queue;
  }

  /**
   * Hears it.
   *
   * @param status as the gateway calls it (MessageStatus, CallStatus)
   */
  @Transactional
  public void hear(UUID delivery, String status) {
    switch (status) {
      case "delivered", "completed" -> queue.delivered(delivery);
      case "undelivered", "failed", "busy", "no-answer", "canceled" ->
          queue.undelivered(delivery, status);
      default -> {
        // on its way
      }
    }
  }
}
