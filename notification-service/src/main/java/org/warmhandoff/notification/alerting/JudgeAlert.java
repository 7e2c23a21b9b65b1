package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** A supervisor of the program says afterwards whether raising danger was right. */
@ApplicationScoped
class JudgeAlert {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Alerts alerts;
  private final Alarms alarms;
  private final InstantSource clock;

  JudgeAlert(
      RoutedIncidents incidents,
      Assignments assignments,
      Alerts alerts,
      Alarms alarms,
      InstantSource clock) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.alerts = alerts;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Takes the verdict, overdue or not; nobody judges their own.
   *
   * @throws Problem 404 where it is not theirs to judge, 409 where it was judged otherwise
   */
  @Transactional
  public void judge(UUID id, Alert.Verdict verdict, UUID staff) {
    RoutedIncident incident =
        alerts.incidentOf(id).flatMap(incidents::locked).orElseThrow(AlertResource::noSuchAlert);
    Alert alert =
        alerts
            .findByIdOptional(id)
            .filter(found -> found.approvalDueAt() != null && !found.raisedBy().equals(staff))
            .filter(
                found ->
                    assignments
                        .findByIdOptional(found.assignment())
                        .filter(from -> alarms.answersFor(incident, from, staff))
                        .isPresent())
            .orElseThrow(AlertResource::noSuchAlert);
    if (!alert.judge(verdict, staff, clock.instant())) {
      throw Problem.conflict("judged", "It was judged already, and otherwise.");
    }
  }
}
