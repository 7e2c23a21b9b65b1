package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.OwnAlerts;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.alerting.MyAlerts.AlertView;
import org.warmhandoff.notification.alerting.MyAlerts.Review;

/** What alerts ask of a member of staff; nothing of anybody else's. */
@ApplicationScoped
class ListAlerts {

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final OwnAlerts ownAlerts;
  private final InstantSource clock;

  ListAlerts(Alerts alerts, RoutedIncidents incidents, OwnAlerts ownAlerts, InstantSource clock) {
    this.alerts = alerts;
    this.incidents = incidents;
    this.ownAlerts = ownAlerts;
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
        ownAlerts.toAcknowledge(staff).stream()
            .map(a -> view(a, ownAlerts.isOwn(a, staff), a.dueAt(), now))
            .toList(),
        supervising
            ? ownAlerts.toJudge(staff).stream()
                .map(a -> view(a, true, a.approvalDueAt(), now))
                .toList()
            : List.of(),
        ownAlerts.toReview(staff).stream()
            .map(r -> new Review(r.id(), r.incident(), r.toldAt(), zone(r.incident())))
            .toList(),
        alerts.raisedBy(staff, now).stream()
            .filter(alert -> ownAlerts.isOpenTo(alert, staff))
            .map(a -> view(a, true, null, now))
            .toList());
  }

  /** Another program's supervisor learns that police do not answer, and neither who nor why. */
  private AlertView view(Alert alert, boolean own, @Nullable Instant dueAt, Instant now) {
    return new AlertView(
        alert.id(),
        alert.incident(),
        own ? alert.program() : null,
        own ? alert.assignment() : null,
        Codes.of(alert.kind()),
        own ? alert.code() : null,
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
