package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Sampled;

/** How long the notice has waited that should have been sent first. */
@ApplicationScoped
public class UnsentAge implements Sampled {

  private final AgeUnsent ageUnsent;

  UnsentAge(AgeUnsent ageUnsent) {
    this.ageUnsent = ageUnsent;
  }

  @Override
  public String name() {
    return "deliveries.unsent.seconds";
  }

  @Override
  public String what() {
    return "seconds that the longest notice due has waited to be sent";
  }

  @Override
  public double sample() {
    return ageUnsent.seconds();
  }
}
