package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.AssignmentState;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Conflicts;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.RoutedIncidents;

/** Whether a call that is over was somebody's own: danger may be told of it still. */
@ApplicationScoped
public class RecallCalls {

  private final Pages pages;
  private final Assignments assignments;
  private final RoutedIncidents incidents;
  private final Conflicts conflicts;

  RecallCalls(
      Pages pages, Assignments assignments, RoutedIncidents incidents, Conflicts conflicts) {
    this.pages = pages;
    this.assignments = assignments;
    this.incidents = incidents;
    this.conflicts = conflicts;
  }

  /**
   * A call that is over.
   *
   * @param mayComeBack whether she may get in touch again
   */
  public record Recalled(UUID assignment, boolean mayComeBack) {}

  /** Empty where it never was theirs, or they became a party meanwhile. */
  @Transactional
  public Optional<Recalled> recall(UUID id, UUID staff) {
    return assignments
        .findByIdOptional(id)
        .filter(assignment -> pages.everFor(id, staff))
        .filter(
            assignment ->
                incidents
                    .findByIdOptional(assignment.incident())
                    .filter(incident -> !conflicts.excluded(incident.view(), staff))
                    .isPresent())
        .map(
            assignment ->
                new Recalled(
                    id,
                    assignment.audience() == Audience.VICTIM
                        && assignment.state() instanceof AssignmentState.Concluded));
  }
}
