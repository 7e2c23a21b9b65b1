package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries;

/** Pages nobody answered, for the operator's page. */
@ApplicationScoped
public class ExpiredPages implements FailedDeliveries {

  private final ListExpired listExpired;

  ExpiredPages(ListExpired listExpired) {
    this.listExpired = listExpired;
  }

  @Override
  public List<Failed> latest(int limit) {
    return listExpired.latest(limit);
  }
}
