package org.warmhandoff.notification.directing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/**
 * Finds help somebody may direct: a dispatcher the live help of their police service, a supervisor
 * what is in the hands of a program that names them. Who is a party to the incident directs none.
 */
@ApplicationScoped
class Directed {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Programs programs;
  private final Conflicts conflicts;

  Directed(
      RoutedIncidents incidents, Assignments assignments, Programs programs, Conflicts conflicts) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.programs = programs;
    this.conflicts = conflicts;
  }

  /** The help and its incident, which is locked. */
  record Found(RoutedIncident incident, Assignment assignment) {}

  /**
   * Finds it.
   *
   * @throws Problem 404 where it is not theirs to direct
   */
  Found find(UUID id, Director director) {
    RoutedIncident incident =
        incidents.lockedFor(() -> assignments.incidentOf(id)).orElseThrow(Directed::none);
    Assignment assignment = assignments.findByIdOptional(id).orElseThrow(Directed::none);
    Assignment.Rung rung = assignment.current();
    boolean theirs =
        (rung.kind() == Program.Kind.LIVE_HELP
                && incident.policeService().equals(director.policeService()))
            || programs
                .version(rung.program(), rung.version())
                .supervisors()
                .contains(director.staff());
    if (!theirs || conflicts.excluded(incident.view(), director.staff())) {
      throw none();
    }
    return new Found(incident, assignment);
  }

  private static Problem none() {
    return Problem.notFound("no-such-help", "There is no such help for you to direct.");
  }
}
