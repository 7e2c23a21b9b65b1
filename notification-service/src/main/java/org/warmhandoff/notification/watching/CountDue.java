package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Deadlines;

/** Counts deadlines that are due and not acted on. */
@ApplicationScoped
public class CountDue {

  private final Deadlines deadlines;
  private final Alerts alerts;
  private final InstantSource clock;

  CountDue(Deadlines deadlines, Alerts alerts, InstantSource clock) {
    this.deadlines = deadlines;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Transactional
  public long count() {
    Instant now = clock.instant();
    return deadlines.due(now) + alerts.due(now);
  }
}
