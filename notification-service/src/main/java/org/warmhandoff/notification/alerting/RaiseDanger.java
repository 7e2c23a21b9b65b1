package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.notification.Alarms;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/**
 * A worker says that somebody is in danger now, whichever side they are on and however their
 * assignment stands. Police are told the code and nothing else; whoever is on the victim's side is
 * told to look at her safety plan, and neither by whom nor why.
 */
@ApplicationScoped
class RaiseDanger {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Pages pages;
  private final Alerts alerts;
  private final Alarms alarms;
  private final Conflicts conflicts;
  private final InstantSource clock;

  RaiseDanger(
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
   * Raises it; the same said twice while it waits is one.
   *
   * @return the advisory's id
   * @throws Problem 404 where the assignment never was theirs, or where they, or somebody of their
   *     unit, became a party meanwhile
   */
  @Transactional
  public UUID raise(UUID id, Danger danger, UUID staff) {
    RoutedIncident incident =
        incidents.lockedFor(() -> assignments.incidentOf(id)).orElseThrow(AlertResource::notTheirs);
    Assignment assignment = assignments.findByIdOptional(id).orElseThrow(AlertResource::notTheirs);
    boolean theirs = pages.everFor(id, staff) || assignment.wasTold(staff);
    if (!theirs || conflicts.excluded(incident.view(), staff)) {
      throw AlertResource.notTheirs();
    }
    String code = Codes.of(danger);
    Instant now = clock.instant();
    Optional<Alert> before =
        alerts.of(assignment.incident()).stream()
            .filter(alert -> alert.says(Alert.Kind.IMMINENT_DANGER, code, staff, now))
            .findFirst();
    if (before.isPresent()) {
      return before.get().id();
    }
    Instant by = now.plus(alarms.answerWithin());
    UUID advisory =
        alarms.advise(incident, new ImminentDanger(assignment.incident(), danger, now, by));
    String program = alarms.programOf(assignment, staff);
    Alert alert = Alert.danger(advisory, assignment, program, code, staff, now, by);
    alerts.persistAndFlush(alert);
    alerts.askForReviews(alert, incident.view(), now);
    return advisory;
  }
}
