package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries;

/** Notices a channel never took, for the operator's page. */
@ApplicationScoped
public class Undelivered implements FailedDeliveries {

  private final ListUndelivered listUndelivered;

  Undelivered(ListUndelivered listUndelivered) {
    this.listUndelivered = listUndelivered;
  }

  @Override
  public List<Failed> latest(int limit) {
    return listUndelivered.latest(limit);
  }
}
