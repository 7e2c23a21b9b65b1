package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Intervention;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Standing;

/** A worker takes what waits in a program they are on duty for. */
@ApplicationScoped
public class TakeWork {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Desks desks;

  TakeWork(RoutedIncidents incidents, Assignments assignments, Desks desks) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.desks = desks;
  }

  /**
   * Takes it, with the other one of their crew.
   *
   * @throws Problem 404 where they are not on duty for it or must be kept out of it, 409 where it
   *     waits for nobody any more, or they are with somebody else
   */
  @Transactional
  public void take(UUID id, UUID staff) {
    RoutedIncident incident =
        incidents
            .lockedFor(() -> assignments.incidentOf(id))
            .orElseThrow(AnswerAssignment::notTheirs);
    Assignment assignment =
        assignments.findByIdOptional(id).orElseThrow(AnswerAssignment::notTheirs);
    Intervention hand = desks.intervene(incident);
    switch (hand.standing(incident.view(), assignment, staff)) {
      case Standing.Stranger s -> throw AnswerAssignment.notTheirs();
      case Standing.KeptOut s -> throw AnswerAssignment.notTheirs();
      case Standing.OnDuty duty -> hand.take(incident.view(), assignment, staff);
    }
  }
}
