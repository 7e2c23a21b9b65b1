package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.DueWork;

/** Notices to be sent, as the flow of the service counts them. */
@ApplicationScoped
public class UnsentDeliveries implements DueWork {

  private final CountUnsent countUnsent;

  UnsentDeliveries(CountUnsent countUnsent) {
    this.countUnsent = countUnsent;
  }

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public long due() {
    return countUnsent.count();
  }
}
