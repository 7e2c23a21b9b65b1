package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.CadAdvisory.FasterResponseAskedFor;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.AssignmentState;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** A worker in the control room, who has the call in hand, asks that officers be there sooner. */
@ApplicationScoped
class AskFasterResponse {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Pages pages;
  private final Alerts alerts;
  private final Alarms alarms;
  private final Conflicts conflicts;
  private final InstantSource clock;

  AskFasterResponse(
      RoutedIncidents incidents,
      Assignments assignments,
      Pages pages,
      Alerts alerts,
      Alarms alarms,
      Conflicts conflicts,
      InstantSource clock) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.pages = pages;
    this.alerts = alerts;
    this.alarms = alarms;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * Asks; asked again while nobody has answered, it is one.
   *
   * @return the advisory's id
   * @throws Problem 404 where the assignment never was theirs, 409 where it is not in their hand,
   *     not the control room's, or the call is over
   */
  @Transactional
  public UUID ask(UUID id, UUID staff) {
    RoutedIncident incident =
        incidents.lockedFor(() -> assignments.incidentOf(id)).orElseThrow(AlertResource::notTheirs);
    Assignment assignment = assignments.findByIdOptional(id).orElseThrow(AlertResource::notTheirs);
    if (!pages.everFor(id, staff) || conflicts.excluded(incident.view(), staff)) {
      throw AlertResource.notTheirs();
    }
    boolean inHand =
        assignment.state() instanceof AssignmentState.Held held && held.crew().contains(staff);
    if (!inHand || assignment.current().mode() != HelpMode.CONTROL_ROOM) {
      throw Problem.conflict(
          "not-from-here",
          "Only a worker who has the call in hand in the control room asks for this.");
    }
    if (incident.view().facts().status() != Status.ACTIVE) {
      throw Problem.conflict("call-over", "The call is over; nobody is on the way any more.");
    }
    Instant now = clock.instant();
    Optional<Alert> before =
        alerts.of(assignment.incident()).stream()
            .filter(alert -> alert.says(Alert.Kind.FASTER_RESPONSE, null, staff, now))
            .findFirst();
    if (before.isPresent()) {
      return before.get().id();
    }
    Instant by = now.plus(alarms.answerWithin());
    UUID advisory =
        alarms.advise(incident, new FasterResponseAskedFor(assignment.incident(), now, by));
    String program = alarms.programOf(assignment, staff);
    alerts.persist(Alert.faster(advisory, assignment, program, staff, now, by));
    return advisory;
  }
}
