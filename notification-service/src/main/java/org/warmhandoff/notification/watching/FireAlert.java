package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Deliveries;
import org.warmhandoff.notification.Nudges;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Workers;

/** Nobody has said that they know of an alert: the next name is told, once or not at all. */
@ApplicationScoped
public class FireAlert {

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Alarms alarms;
  private final Workers workers;
  private final Deliveries deliveries;
  private final Nudges nudges;
  private final InstantSource clock;

  FireAlert(
      Alerts alerts,
      RoutedIncidents incidents,
      Assignments assignments,
      Alarms alarms,
      Workers workers,
      Deliveries deliveries,
      Nudges nudges,
      InstantSource clock) {
    this.alerts = alerts;
    this.incidents = incidents;
    this.assignments = assignments;
    this.alarms = alarms;
    this.workers = workers;
    this.deliveries = deliveries;
    this.nudges = nudges;
    this.clock = clock;
  }

  /**
   * Passes on the alert that has been due longest.
   *
   * @param heldBack alerts to pass over, since they failed a moment ago
   * @return empty where nothing is due
   */
  @Transactional
  public Optional<UUID> next(Collection<UUID> heldBack, FireDeadline.Attempt attempt) {
    Optional<Alerts.Due> taken = alerts.take(clock.instant(), heldBack);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    UUID id = taken.get().alert();
    attempt.of(id);
    RoutedIncident incident = incidents.findById(taken.get().incident());
    Alert alert = alerts.findById(id);
    Instant now = clock.instant();
    // what was due may have been acknowledged, or have moved to another, before the lock came
    if (alert.incident().equals(incident.incident()) && alert.isDue(now)) {
      Assignment assignment = assignments.findById(alert.assignment());
      Instant nextDueAt = now.plus(alarms.answerWithin());
      alert.passOn(alarms.next(incident, assignment, alert), nextDueAt);
      UUID told = alert.supervisor();
      if (told != null) {
        deliveries.alert(
            alert, assignment, incident.view(), workers.named(List.of(told)), nextDueAt);
        nudges.tell(List.of(told), alert.policeService());
      }
    }
    return Optional.of(id);
  }
}
