package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Unacknowledged;

/** Alerts of which no human has said that they know. */
@ApplicationScoped
public class UnknownAlerts implements Unacknowledged {

  private final AgeAlerts ageAlerts;

  UnknownAlerts(AgeAlerts ageAlerts) {
    this.ageAlerts = ageAlerts;
  }

  @Override
  public double oldestSeconds() {
    return ageAlerts.longest().toMillis() / 1000.0;
  }
}
