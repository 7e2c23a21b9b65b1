package org.warmhandoff.referral.learning;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
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
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears which program works on an incident. */
@ApplicationScoped
class AssignmentConsumer implements Handler {

  private final Inbox inbox;
  private final FollowAssignment followAssignment;

  AssignmentConsumer(Inbox inbox, FollowAssignment followAssignment) {
    this.inbox = inbox;
    this.followAssignment = followAssignment;
  }

  @Incoming("assignment-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "assignments";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof AssignmentEvent event) {
      switch (event) {
        case AssignmentOpened e -> followAssignment.follow(fact.head(), e);
        case RungChanged e -> followAssignment.follow(fact.head(), e);
        case PageAccepted e -> followAssignment.follow(fact.head(), e);
        case PageDeclined e -> followAssignment.follow(fact.head(), e);
        case AssignmentMoved e -> followAssignment.follow(fact.head(), e);
        case ContactMade e -> followAssignment.follow(fact.head(), e);
        // None of these changes which program is in contact, or who took it.
        case ProgramsWeighed e -> {}
        case WorkerPaged e -> {}
        case PageExpired e -> {}
        case AssignmentWaiting e -> {}
        case SupervisorTold e -> {}
        case SupervisorAcknowledged e -> {}
        case WorkerEnRoute e -> {}
        case WorkerArrived e -> {}
        case ContactAttempted e -> {}
        case AssignmentConcluded e -> {}
        case SelfInitiatedContact e -> {}
        case AssignmentStoodDown e -> {}
        case AssignmentReassigned e -> {}
        case StandDownAcknowledged e -> {}
      }
    }
    return Handled.done();
  }
}
