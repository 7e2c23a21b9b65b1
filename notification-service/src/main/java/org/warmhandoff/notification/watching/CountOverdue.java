package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.warmhandoff.notification.Alerts;

/** Counts dangers no supervisor has judged within the day they have for it. */
@ApplicationScoped
public class CountOverdue {

  private final Alerts alerts;
  private final InstantSource clock;

  CountOverdue(Alerts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  @Transactional
  public long count() {
    return alerts.overdue(clock.instant());
  }
}
