package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import org.warmhandoff.notification.Alerts;

/** Says how long the longest alert has waited for a human. */
@ApplicationScoped
public class AgeAlerts {

  private final Alerts alerts;
  private final InstantSource clock;

  AgeAlerts(Alerts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  @Transactional
  public Duration longest() {
    return alerts
        .oldestUnacknowledged()
        .map(since -> Duration.between(since, clock.instant()))
        .orElse(Duration.ZERO);
  }
}
