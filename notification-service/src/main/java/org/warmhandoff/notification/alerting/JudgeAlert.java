package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.OwnAlerts;
import org.warmhandoff.notification.RoutedIncidents;

/**
 * A supervisor of the program it was raised in, and of no other, says afterwards whether raising
 * danger was right.
 */
@ApplicationScoped
class JudgeAlert {

  private final RoutedIncidents incidents;
  private final Alerts alerts;
  private final OwnAlerts ownAlerts;
  private final InstantSource clock;

  JudgeAlert(RoutedIncidents incidents, Alerts alerts, OwnAlerts ownAlerts, InstantSource clock) {
    this.incidents = incidents;
    this.alerts = alerts;
    this.ownAlerts = ownAlerts;
    this.clock = clock;
  }

  /**
   * Takes the verdict, overdue or not; nobody judges their own.
   *
   * @throws Problem 404 where it is not theirs to judge, 409 where it was judged otherwise
   */
  @Transactional
  public void judge(UUID id, Alert.Verdict verdict, UUID staff) {
    if (incidents.lockedFor(() -> alerts.incidentOf(id)).isEmpty()) {
      throw AlertResource.noSuchAlert();
    }
    Alert alert =
        alerts
            .findByIdOptional(id)
            .filter(found -> found.approvalDueAt() != null && !staff.equals(found.raisedBy()))
            .filter(found -> ownAlerts.isOwn(found, staff) && ownAlerts.isOpenTo(found, staff))
            .orElseThrow(AlertResource::noSuchAlert);
    if (!alert.judge(verdict, staff, clock.instant())) {
      throw Problem.conflict("judged", "It was judged already, and otherwise.");
    }
  }
}
