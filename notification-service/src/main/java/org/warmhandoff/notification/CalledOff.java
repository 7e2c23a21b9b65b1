package org.warmhandoff.notification;

import java.util.Optional;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.notification.Decision.Weighed;

/** Why help that is under way must end at once. */
final class CalledOff {

  private CalledOff() {}

  static Optional<Reason> of(IncidentView incident, Assignment assignment, Weighed now) {
    if (incident.facts().status() == Status.CANCELLED) {
      return Optional.of(Reason.of("cancelled"));
    }
    if (now.answer().reason().code().equals("not-domestic")) {
      return Optional.of(now.answer().reason());
    }
    if (now.program().trigger() == Trigger.CONSENT_GIVEN
        && now.trigger() instanceof Trigger.Standing.Missing) {
      return Optional.of(Reason.of("consent-withdrawn"));
    }
    boolean travelling =
        assignment.state() instanceof AssignmentState.Paged
            || assignment.state() instanceof AssignmentState.Coming;
    // a crew that comes after the first car left walks up to the same door
    return travelling
            && now.program().bindsToScene()
            && incident.scene() instanceof IncidentView.Scene.Unsafe
        ? Optional.of(Reason.of("scene-not-safe"))
        : Optional.empty();
  }
}
