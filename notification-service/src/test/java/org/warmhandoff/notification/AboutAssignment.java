package org.warmhandoff.notification;

import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;

/** Which assignment an event is about; of a weighing, which incident. */
final class AboutAssignment {

  private AboutAssignment() {}

  static UUID of(AssignmentEvent event) {
    return switch (event) {
      case AssignmentEvent.ProgramsWeighed e -> e.incident();
      case AssignmentEvent.AssignmentOpened e -> e.assignment();
      case WorkerPaged e -> e.assignment();
      case PageAccepted e -> e.assignment();
      case AssignmentEvent.PageDeclined e -> e.assignment();
      case AssignmentEvent.PageExpired e -> e.assignment();
      case AssignmentEvent.RungChanged e -> e.assignment();
      case AssignmentEvent.AssignmentWaiting e -> e.assignment();
      case SupervisorTold e -> e.assignment();
      case AssignmentEvent.SupervisorAcknowledged e -> e.assignment();
      case AssignmentEvent.WorkerEnRoute e -> e.assignment();
      case AssignmentEvent.WorkerArrived e -> e.assignment();
      case AssignmentEvent.ContactMade e -> e.assignment();
      case AssignmentEvent.ContactAttempted e -> e.assignment();
      case AssignmentEvent.SelfInitiatedContact e -> e.assignment();
      case AssignmentEvent.AssignmentConcluded e -> e.assignment();
      case AssignmentEvent.AssignmentStoodDown e -> e.assignment();
      case AssignmentEvent.AssignmentReassigned e -> e.assignment();
      case AssignmentEvent.AssignmentMoved e -> e.assignment();
      case AssignmentEvent.StandDownAcknowledged e -> e.assignment();
    };
  }
}
