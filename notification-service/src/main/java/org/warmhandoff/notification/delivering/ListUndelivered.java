package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.notification.DeliveryQueue;

/** Lists what no channel took, the latest first. */
@ApplicationScoped
public class ListUndelivered {

  private final DeliveryQueue queue;

  ListUndelivered(DeliveryQueue queue) {
    this.queue = queue;
  }

  @Transactional
  public List<Failed> latest(int limit) {
    return queue.failed(limit);
  }
}
