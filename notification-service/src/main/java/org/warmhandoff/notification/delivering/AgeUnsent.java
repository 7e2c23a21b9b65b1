package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.DeliveryQueue;

/** Tells how long the notice has waited that should have been sent first, in seconds. */
@ApplicationScoped
class AgeUnsent {

  private final DeliveryQueue queue;

  AgeUnsent(DeliveryQueue queue) {
    this.queue = queue;
  }

  @Transactional
  public double seconds() {
    return queue.oldestUnsentSeconds();
  }
}
