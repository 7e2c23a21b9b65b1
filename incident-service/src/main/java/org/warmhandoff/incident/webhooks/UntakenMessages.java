package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries;

/** Messages no endpoint took, for the operator's page. */
@ApplicationScoped
class UntakenMessages implements FailedDeliveries {

  private final ListUntaken listUntaken;

  UntakenMessages(ListUntaken listUntaken) {
    this.listUntaken = listUntaken;
  }

  @Override
  public List<Failed> latest(int limit) {
    return listUntaken.latest(limit);
  }
}
