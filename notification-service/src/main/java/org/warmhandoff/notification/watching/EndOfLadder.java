package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Unacknowledged;

/** Assignments whose supervisors have not acknowledged. */
@ApplicationScoped
public class EndOfLadder implements Unacknowledged {

  private final AgeUnacknowledged ageUnacknowledged;

  EndOfLadder(AgeUnacknowledged ageUnacknowledged) {
    this.ageUnacknowledged = ageUnacknowledged;
  }

  @Override
  public double oldestSeconds() {
    return ageUnacknowledged.longest().toMillis() / 1000.0;
  }
}
