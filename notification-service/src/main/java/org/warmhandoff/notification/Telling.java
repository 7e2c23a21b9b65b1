package org.warmhandoff.notification;

import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentReassigned;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentWaiting;
import org.warmhandoff.contracts.AssignmentEvent.RungChanged;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;

/** What is told of an assignment that opened, and of each step it carried out. */
final class Telling {

  private Telling() {}

  static AssignmentEvent opened(Assignment assignment) {
    Assignment.Rung first = assignment.current();
    return new AssignmentOpened(
        assignment.incident(),
        assignment.id(),
        first.program(),
        assignment.audience(),
        first.mode(),
        assignment.openedAt());
  }

  static AssignmentEvent of(Assignment assignment, Step step, Instant now) {
    UUID incident = assignment.incident();
    UUID id = assignment.id();
    return switch (step) {
      case Step.PageCrew page ->
          new WorkerPaged(
              incident,
              id,
              page.program().code(),
              page.program().mode(),
              page.crew().staff(),
              assignment.rung(),
              assignment.attempt(),
              now,
              page.answerBy());
      case Step.ChangeRung change ->
          new RungChanged(
              incident, id, change.from().code(), change.to().code(), change.to().mode(), now);
      case Step.Wait wait ->
          new AssignmentWaiting(incident, id, wait.program().code(), wait.until());
      case Step.Tell tell ->
          new SupervisorTold(
              incident, id, tell.program().code(), tell.supervisor(), now, tell.answerBy());
      case Step.StandDown down ->
          new AssignmentStoodDown(incident, id, down.reason().shown().code(), now);
      case Step.Reassign passed ->
          new AssignmentReassigned(incident, id, passed.to(), passed.reason().shown().code(), now);
      case Step.Unattended nobody -> throw new IllegalArgumentException("tells nobody anything");
    };
  }
}
