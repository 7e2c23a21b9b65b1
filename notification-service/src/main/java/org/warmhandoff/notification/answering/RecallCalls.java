package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
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

  /** Not where they became a party meanwhile. */
  @Transactional
  public boolean wasTheirs(UUID assignment, UUID staff) {
    return pages.everFor(assignment, staff)
        && assignments
            .incidentOf(assignment)
            .flatMap(incidents::findByIdOptional)
            .filter(incident -> !conflicts.excluded(incident.view(), staff))
            .isPresent();
  }
}
