package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Nobody has said that they know of an alert: the next name is told, once or not at all. */
@ApplicationScoped
public class FireAlert {

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Alarms alarms;
  private final InstantSource clock;

  FireAlert(
      Alerts alerts,
      RoutedIncidents incidents,
      Assignments assignments,
      Alarms alarms,
      InstantSource clock) {
    this.alerts = alerts;
    this.incidents = incidents;
    this.assignments = assignments;
    this.alarms = alarms;
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
      alert.passOn(alarms.next(incident, assignment, alert), now.plus(alarms.answerWithin()));
    }
    return Optional.of(id);
  }
}
