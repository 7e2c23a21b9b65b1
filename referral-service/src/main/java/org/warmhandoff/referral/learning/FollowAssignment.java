package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.ContactMade;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.RungChanged;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownAssignment;
import org.warmhandoff.referral.KnownAssignments;
import org.warmhandoff.referral.Place;

/** Keeps which program works on an incident and who took it, and whether it made contact. */
@ApplicationScoped
class FollowAssignment {

  private final KnownAssignments assignments;

  FollowAssignment(KnownAssignments assignments) {
    this.assignments = assignments;
  }

  @Transactional
  public void follow(Head head, AssignmentEvent event) {
    if (event instanceof AssignmentOpened opened) {
      assignments.persist(
          new KnownAssignment(
              opened.assignment(),
              opened.incident(),
              opened.program(),
              opened.audience(),
              new Place(head.policeService(), head.jurisdiction(), head.mode())));
      return;
    }
    assignments.findByIdOptional(head.subject()).ifPresent(known -> move(known, event));
  }

  private void move(KnownAssignment known, AssignmentEvent event) {
    known.movedTo(event.incident());
    if (event instanceof RungChanged changed) {
      known.movedTo(changed.to());
    } else if (event instanceof PageAccepted accepted) {
      known.accepted(accepted.program(), accepted.staff(), accepted.at());
    } else if (event instanceof PageDeclined declined) {
      known.declined(declined.staff());
    } else if (event instanceof ContactMade made) {
      known.contacted(made.at());
    }
  }
}
