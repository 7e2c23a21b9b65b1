package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What is learned of an incident later withdraws what an alert told before: a supervisor who turns
 * out to be a party, or of a party's unit, must not be the one everybody waits for.
 */
@ApplicationScoped
public class AlertReview {

  private final Alerts alerts;
  private final Assignments assignments;
  private final Alarms alarms;
  private final InstantSource clock;

  AlertReview(Alerts alerts, Assignments assignments, Alarms alarms, InstantSource clock) {
    this.alerts = alerts;
    this.assignments = assignments;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Makes alerts of the incident due now whose supervisor must be kept out of it.
   *
   * @param incident locked, as it stands after the fact
   * @param before as it stood before; where nobody was named meanwhile nothing is read
   */
  public void after(RoutedIncident incident, IncidentView before) {
    IncidentView now = incident.view();
    boolean same =
        now.facts().excludedStaff().equals(before.facts().excludedStaff())
            && now.facts().parties().equals(before.facts().parties());
    if (same) {
      return;
    }
    for (Alert alert : alerts.of(now.incident())) {
      UUID supervisor = alert.supervisor();
      if (alert.waits()
          && supervisor != null
          && alarms.conflicted(incident, assignments.findById(alert.assignment()), supervisor)) {
        alert.takeFrom(supervisor, clock.instant());
      }
    }
  }
}
