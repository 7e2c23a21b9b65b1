package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.Alerts.PlanReview;

/**
 * What alerts ask of one member of staff, without anything they must be kept out of by now: who was
 * told first and became a party afterwards sees nothing of it any more.
 */
@ApplicationScoped
public class OwnAlerts {

  /** A page of a supervisor's page; what is judged makes room for the next. */
  private static final int MOST = 50;

  private final Alerts alerts;
  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Programs programs;
  private final Alarms alarms;
  private final Conflicts conflicts;

  OwnAlerts(
      Alerts alerts,
      RoutedIncidents incidents,
      Assignments assignments,
      Programs programs,
      Alarms alarms,
      Conflicts conflicts) {
    this.alerts = alerts;
    this.incidents = incidents;
    this.assignments = assignments;
    this.programs = programs;
    this.alarms = alarms;
    this.conflicts = conflicts;
  }

  /** What they were told of, and nobody knows. */
  public List<Alert> toAcknowledge(UUID staff) {
    return alerts.waitingFor(staff).stream().filter(alert -> isOpenTo(alert, staff)).toList();
  }

  /** What they are to judge, the longest due first; only so many at a time. */
  public List<Alert> toJudge(UUID staff) {
    List<String> own = programs.supervisedBy(staff);
    List<Alert> found = new ArrayList<>();
    for (int page = 0; found.size() < MOST; page++) {
      List<Alert> next = alerts.toJudge(own, staff, page, MOST);
      next.stream()
          .filter(alert -> isOpenTo(alert, staff))
          .limit(MOST - found.size())
          .forEach(found::add);
      if (next.size() < MOST) {
        break;
      }
    }
    return found;
  }

  /** The safety plans they are to look at again. */
  public List<PlanReview> toReview(UUID staff) {
    return alerts.reviewsFor(staff).stream().filter(review -> isOpenTo(review, staff)).toList();
  }

  /** Whether nothing keeps them out of this alert. */
  public boolean isOpenTo(Alert alert, UUID staff) {
    Assignment assignment = assignments.findById(alert.assignment());
    return !alarms.conflicted(incidents.findById(alert.incident()), assignment, staff);
  }

  /** Whether nothing keeps them out of this request, on its own incident or on the alert's. */
  public boolean isOpenTo(PlanReview review, UUID staff) {
    return !conflicts.conflicted(view(review.incident()), Audience.VICTIM, staff)
        && !conflicts.conflicted(view(review.raisedFor()), Audience.VICTIM, staff);
  }

  /** Whether they answer for the program it was raised in, and may know what it says. */
  public boolean isOwn(Alert alert, UUID staff) {
    return alarms.supervises(alert, assignments.findById(alert.assignment()), staff);
  }

  private IncidentView view(UUID incident) {
    return incidents.findById(incident).view();
  }
}
