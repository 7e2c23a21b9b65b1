package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.CadAdvisory.AlertAnswered;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.OwnAlerts;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/**
 * A supervisor who was told knows of an alert, and takes it from here: they call police. Police are
 * told that somebody has it in hand, so that it waits on no list of theirs for ever.
 */
@ApplicationScoped
class AcknowledgeAlert {

  private final RoutedIncidents incidents;
  private final Alerts alerts;
  private final OwnAlerts ownAlerts;
  private final Alarms alarms;
  private final InstantSource clock;

  AcknowledgeAlert(
      RoutedIncidents incidents,
      Alerts alerts,
      OwnAlerts ownAlerts,
      Alarms alarms,
      InstantSource clock) {
    this.incidents = incidents;
    this.alerts = alerts;
    this.ownAlerts = ownAlerts;
    this.alarms = alarms;
    this.clock = clock;
  }

  /**
   * Takes it down; whoever was told may, also when the next one is told already. Nobody answers
   * what they said themselves, and nobody who became a party meanwhile.
   *
   * @throws Problem 404 where they were not told
   */
  @Transactional
  public void acknowledge(UUID id, UUID staff) {
    RoutedIncident incident =
        incidents.lockedFor(() -> alerts.incidentOf(id)).orElseThrow(AlertResource::noSuchAlert);
    Alert alert =
        alerts
            .findByIdOptional(id)
            .filter(found -> found.wasTold(staff) && !staff.equals(found.raisedBy()))
            .filter(found -> ownAlerts.isOpenTo(found, staff))
            .orElseThrow(AlertResource::noSuchAlert);
    Instant now = clock.instant();
    // that help is late is between her supervisor and her workers
    if (alert.acknowledge(staff, now) && alert.kind() != Alert.Kind.LATE_HELP) {
      alarms.advise(incident, new AlertAnswered(alert.incident(), id, now));
    }
  }
}
