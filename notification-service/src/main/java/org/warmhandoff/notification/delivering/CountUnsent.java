package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.notification.DeliveryQueue;

/** Counts notices that are due and that nobody sends. */
@ApplicationScoped
public class CountUnsent {

  private final DeliveryQueue queue;

  CountUnsent(DeliveryQueue queue) {
    this.queue = queue;
  }

  @Transactional
  public long count() {
    return queue.due();
  }
}
