package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.alerting.MyAlerts.AlertView;
import org.warmhandoff.notification.alerting.MyAlerts.Review;

/** What alerts ask of a member of staff; nothing of anybody else's. */
@ApplicationScoped
class ListAlerts {

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Alarms alarms;
  private final InstantSource clock;

  ListAlerts(
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
   * Lists.
   *
   * @param supervising whether they are a supervisor, who judges
   */
  @Transactional
  public MyAlerts list(UUID staff, boolean supervising) {
    Instant now = clock.instant();
    return new MyAlerts(
        alerts.waitingFor(staff).stream().map(a -> view(a, a.dueAt(), now)).toList(),
        supervising
            ? alerts.toJudge().stream()
                .filter(alert -> judges(alert, staff))
                .map(a -> view(a, a.approvalDueAt(), now))
                .toList()
            : List.of(),
        alerts.reviewsFor(staff).stream()
            .map(r -> new Review(r.id(), r.incident(), r.toldAt(), zone(r.incident())))
            .toList(),
        alerts.raisedBy(staff, now).stream().map(a -> view(a, null, now)).toList());
  }

  private boolean judges(Alert alert, UUID staff) {
    RoutedIncident incident = incidents.findById(alert.incident());
    return !alert.raisedBy().equals(staff)
        && assignments
            .findByIdOptional(alert.assignment())
            .filter(from -> alarms.answersFor(incident, from, staff))
            .isPresent();
  }

  private AlertView view(Alert alert, @Nullable Instant dueAt, Instant now) {
    return new AlertView(
        alert.id(),
        alert.incident(),
        alert.program(),
        Codes.of(alert.kind()),
        alert.code(),
        alert.raisedAt(),
        dueAt,
        dueAt != null && dueAt.isBefore(now),
        !alert.waits(),
        zone(alert.incident()));
  }

  private String zone(UUID incident) {
    return incidents.findById(incident).view().facts().zone();
  }
}
