package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Answer;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Takes what a worker or a supervisor says to their own page. */
@ApplicationScoped
public class AnswerAssignment {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Pages pages;
  private final Desks desks;

  AnswerAssignment(RoutedIncidents incidents, Assignments assignments, Pages pages, Desks desks) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.pages = pages;
    this.desks = desks;
  }

  /**
   * Takes an answer.
   *
   * @throws Problem 404 where it never was theirs, 409 where it no longer is
   */
  @Transactional
  public void answer(UUID id, Answer answer, UUID staff) {
    RoutedIncident incident =
        incidents
            .lockedFor(() -> assignments.incidentOf(id))
            .orElseThrow(AnswerAssignment::notTheirs);
    Assignment assignment =
        assignments.findByIdOptional(id).orElseThrow(AnswerAssignment::notTheirs);
    if (!pages.everFor(id, staff) && !assignment.wasTold(staff)) {
      throw notTheirs();
    }
    desks.open(incident, null).answered(incident.view(), assignment, answer, staff);
  }

  static Problem notTheirs() {
    return Problem.notFound("no-such-page", "There is no such page for you.");
  }
}
