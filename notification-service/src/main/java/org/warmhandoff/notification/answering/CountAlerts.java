package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.notification.Alerts;

/** How many alerts wait for a member of staff now, for the head of their duty page. */
@ApplicationScoped
public class CountAlerts {

  private final Alerts alerts;

  CountAlerts(Alerts alerts) {
    this.alerts = alerts;
  }

  @Transactional
  public int count(UUID staff) {
    return alerts.waitingFor(staff).size() + alerts.reviewsFor(staff).size();
  }
}
