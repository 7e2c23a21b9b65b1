package org.warmhandoff.incident.helping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentConcluded;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentMoved;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentReassigned;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentWaiting;
import org.warmhandoff.contracts.AssignmentEvent.ContactAttempted;
import org.warmhandoff.contracts.AssignmentEvent.ContactMade;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.PageExpired;
import org.warmhandoff.contracts.AssignmentEvent.ProgramsWeighed;
import org.warmhandoff.contracts.AssignmentEvent.RungChanged;
import org.warmhandoff.contracts.AssignmentEvent.SelfInitiatedContact;
import org.warmhandoff.contracts.AssignmentEvent.StandDownAcknowledged;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorAcknowledged;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerArrived;
import org.warmhandoff.contracts.AssignmentEvent.WorkerEnRoute;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.HelpEntry;

/** Keeps what police may see of a search for help, and who may read contact data for it. */
@ApplicationScoped
class FollowHelp {

  private final HelpEntries entries;

  FollowHelp(HelpEntries entries) {
    this.entries = entries;
  }

  /** Takes one fact; an outcome, a program and a reason are left where they are. */
  @Transactional
  public Handled follow(Head head, AssignmentEvent event) {
    return switch (event) {
      case AssignmentOpened e -> opened(head, e);
      case WorkerPaged e ->
          change(e, e.assignment(), help -> help.looking(e.mode(), e.answerBy(), e.at()));
      case PageAccepted e -> change(e, e.assignment(), help -> help.assigned(e.staff(), e.at()));
      case PageDeclined e -> change(e, e.assignment(), help -> help.declined(e.staff(), e.at()));
      case RungChanged e -> change(e, e.assignment(), help -> help.looking(e.mode(), null, e.at()));
      case AssignmentWaiting e ->
          change(e, e.assignment(), help -> help.waiting(e.until(), head.time()));
      case SupervisorTold e -> change(e, e.assignment(), help -> help.nobody(e.at()));
      case WorkerEnRoute e -> change(e, e.assignment(), help -> help.expected(e.expectedAt()));
      case WorkerArrived e -> change(e, e.assignment(), help -> help.arrived(e.at()));
      case AssignmentConcluded e -> change(e, e.assignment(), help -> help.ended(e.at()));
      case AssignmentStoodDown e -> change(e, e.assignment(), help -> help.ended(e.at()));
      case AssignmentReassigned e -> change(e, e.assignment(), help -> help.ended(e.at()));
      case AssignmentMoved e -> change(e, e.assignment(), help -> {});
      case ProgramsWeighed e -> Handled.done();
      case PageExpired e -> Handled.done();
      case SupervisorAcknowledged e -> Handled.done();
      case ContactMade e -> Handled.done();
      case ContactAttempted e -> Handled.done();
      // police records can reach the accused: that she came back is hers to tell
      case SelfInitiatedContact e ->
          e.policeMayKnow()
              ? change(e, e.assignment(), help -> help.cameBack(e.at()))
              : Handled.done();
      case StandDownAcknowledged e -> Handled.done();
    };
  }

  private Handled opened(Head head, AssignmentOpened event) {
    entries.open(new HelpEntry(event, head.policeService(), head.jurisdiction()));
    return Handled.done();
  }

  private Handled change(AssignmentEvent event, UUID assignment, Consumer<HelpEntry> change) {
    return entries
        .findByIdOptional(assignment)
        .map(
            help -> {
              help.within(event.incident());
              change.accept(help);
              return Handled.done();
            })
        .orElseGet(() -> Handled.waitsFor(assignment));
  }
}
