package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentConcluded;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.ContactAttempted;
import org.warmhandoff.contracts.AssignmentEvent.ContactMade;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.SelfInitiatedContact;
import org.warmhandoff.contracts.AssignmentEvent.StandDownAcknowledged;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorAcknowledged;
import org.warmhandoff.contracts.AssignmentEvent.WorkerArrived;
import org.warmhandoff.contracts.AssignmentEvent.WorkerEnRoute;
import org.warmhandoff.notification.AssignmentState.Accepted;
import org.warmhandoff.notification.AssignmentState.Acknowledged;
import org.warmhandoff.notification.AssignmentState.Arrived;
import org.warmhandoff.notification.AssignmentState.Coming;
import org.warmhandoff.notification.AssignmentState.Concluded;
import org.warmhandoff.notification.AssignmentState.EnRoute;
import org.warmhandoff.notification.AssignmentState.Held;
import org.warmhandoff.notification.AssignmentState.InContact;
import org.warmhandoff.notification.AssignmentState.Paged;
import org.warmhandoff.notification.AssignmentState.Stopped;
import org.warmhandoff.notification.AssignmentState.Told;

/**
 * Which answer is possible in which state. The same answer from the same person twice changes
 * nothing (a tap on a bad line is repeated); anything else that does not fit is refused, since the
 * page is no longer theirs.
 */
final class Answers {

  private static final Duration LONGEST_PROMISE = Duration.ofDays(1);
  private static final Duration LONGEST_WAY = Duration.ofHours(4);

  private Answers() {}

  /** A new state and what is told of it; nothing where it was said before. */
  record Answered(AssignmentState next, List<AssignmentEvent> events) {}

  static Answered to(Assignment assignment, Answer answer, UUID staff, Instant now) {
    AssignmentState state = assignment.state();
    return switch (answer) {
      case Answer.Accept a -> accept(assignment, state, staff, now);
      case Answer.Decline no -> decline(assignment, state, no, staff, now);
      case Answer.SetOut out -> setOut(assignment, state, out, staff, now);
      case Answer.Arrive a -> arrive(assignment, state, staff, now);
      case Answer.MakeContact a -> contact(assignment, state, staff, now);
      case Answer.Try tried -> tried(assignment, state, tried, staff, now);
      case Answer.CameBack back -> cameBack(assignment, state, back, staff, now);
      case Answer.Conclude conclude -> conclude(assignment, state, conclude, staff, now);
      case Answer.AcknowledgeStandDown a -> stopped(assignment, state, staff, now);
      case Answer.Acknowledge a -> acknowledge(assignment, state, staff, now);
    };
  }

  private static Answered accept(Assignment a, AssignmentState state, UUID staff, Instant now) {
    if (state instanceof Paged paged && paged.crew().contains(staff)) {
      // late is late, also when the deadline worker has not come round yet
      if (!now.isBefore(paged.answerBy())) {
        throw over();
      }
      return told(
          paged.accepted(staff, now),
          new PageAccepted(a.incident(), a.id(), a.current().program(), staff, now));
    }
    return unchanged(state, state instanceof Held held && held.crew().contains(staff));
  }

  private static Answered decline(
      Assignment a, AssignmentState state, Answer.Decline no, UUID staff, Instant now) {
    Instant notBefore = no.notBefore();
    if (notBefore != null
        && (!notBefore.isAfter(now) || notBefore.isAfter(now.plus(LONGEST_PROMISE)))) {
      throw Problem.wrong("wrong-answer", "Nobody can wait until then.")
          .at("/notBefore")
          .expected("an instant within the next 24 hours");
    }
    if (state instanceof Paged paged && paged.crew().contains(staff)) {
      return told(
          paged.without(List.of(staff)),
          new PageDeclined(
              a.incident(), a.id(), a.current().program(), staff, no.reason(), now, notBefore));
    }
    throw over();
  }

  private static Answered setOut(
      Assignment a, AssignmentState state, Answer.SetOut out, UUID staff, Instant now) {
    Duration within = out.within();
    if (within != null && (!within.isPositive() || within.compareTo(LONGEST_WAY) > 0)) {
      throw Problem.wrong("wrong-answer", "Nobody is that long on the way.")
          .at("/minutes")
          .expected("1 to 240");
    }
    if (state instanceof Accepted accepted
        && accepted.crew().contains(staff)
        && a.current().mode().travels()) {
      Instant expectedAt = within == null ? null : now.plus(within);
      return told(
          accepted.enRoute(staff, now, expectedAt),
          new WorkerEnRoute(a.incident(), a.id(), staff, now, expectedAt));
    }
    return unchanged(
        state,
        (state instanceof EnRoute way && way.crew().contains(staff))
            || (state instanceof Arrived there && there.crew().contains(staff)));
  }

  private static Answered arrive(Assignment a, AssignmentState state, UUID staff, Instant now) {
    if (state instanceof Coming coming && coming.crew().contains(staff)) {
      return told(coming.arrived(staff, now), new WorkerArrived(a.incident(), a.id(), staff, now));
    }
    return unchanged(
        state,
        (state instanceof Arrived arrived && arrived.crew().contains(staff))
            || (state instanceof InContact contact && contact.crew().contains(staff)));
  }

  private static Answered contact(Assignment a, AssignmentState state, UUID staff, Instant now) {
    ContactMade made = new ContactMade(a.incident(), a.id(), staff, now);
    if (state instanceof Coming coming && coming.crew().contains(staff)) {
      return told(coming.inContact(staff, now), made);
    }
    if (state instanceof Arrived arrived && arrived.crew().contains(staff)) {
      return told(arrived.inContact(staff, now), made);
    }
    return unchanged(state, state instanceof InContact c && c.crew().contains(staff));
  }

  private static Answered tried(
      Assignment a, AssignmentState state, Answer.Try tried, UUID staff, Instant now) {
    if (state instanceof Held held && held.crew().contains(staff)) {
      return a.reaching().justSaid(tried, now)
          ? unchanged(state, true)
          : told(state, new ContactAttempted(a.incident(), a.id(), staff, tried.attempt(), now));
    }
    throw over();
  }

  /** Days later, and to whoever was ever called on for it: she need not tell her story anew. */
  private static Answered cameBack(
      Assignment a, AssignmentState state, Answer.CameBack back, UUID staff, Instant now) {
    if (state instanceof Concluded && a.audience() == Audience.VICTIM) {
      return a.reaching().justSaid(back, now)
          ? unchanged(state, true)
          : told(
              state,
              new SelfInitiatedContact(a.incident(), a.id(), staff, back.policeMayKnow(), now));
    }
    throw Problem.conflict("help-not-over", "Nobody comes back to help that has not ended.");
  }

  private static Answered conclude(
      Assignment a, AssignmentState state, Answer.Conclude conclude, UUID staff, Instant now) {
    if (conclude.handover() != null
        && (a.audience() != Audience.VICTIM || conclude.outcome() != Outcome.REFERRED)) {
      throw Problem.wrong("wrong-answer", "This does not go with the outcome.")
          .at("/handover")
          .expected("nothing, or refuge where she was referred");
    }
    if (state instanceof Held held && held.crew().contains(staff)) {
      return told(
          held.concluded(staff, conclude.outcome(), now),
          new AssignmentConcluded(
              a.incident(),
              a.id(),
              a.current().program(),
              staff,
              conclude.outcome(),
              now,
              conclude.handover()));
    }
    return unchanged(
        state,
        state instanceof Concluded concluded
            && concluded.by().equals(staff)
            && concluded.outcome() == conclude.outcome());
  }

  private static Answered stopped(Assignment a, AssignmentState state, UUID staff, Instant now) {
    if (state instanceof Stopped down) {
      return down.toAcknowledge().contains(staff)
          ? told(
              down.acknowledgedBy(staff),
              new StandDownAcknowledged(a.incident(), a.id(), staff, now))
          : unchanged(state, true);
    }
    throw over();
  }

  private static Answered acknowledge(
      Assignment a, AssignmentState state, UUID staff, Instant now) {
    SupervisorAcknowledged known = new SupervisorAcknowledged(a.incident(), a.id(), staff, now);
    if (state instanceof Told told && told.supervisor().equals(staff)) {
      return told(told.acknowledged(now), known);
    }
    if (state instanceof Stopped down && staff.equals(down.supervisor())) {
      return down.remindAt() == null ? unchanged(state, true) : told(down.takenOver(), known);
    }
    return unchanged(state, state instanceof Acknowledged done && done.supervisor().equals(staff));
  }

  private static Answered told(AssignmentState next, AssignmentEvent event) {
    return new Answered(next, List.of(event));
  }

  private static Answered unchanged(AssignmentState state, boolean saidBefore) {
    if (saidBefore) {
      return new Answered(state, List.of());
    }
    throw over();
  }

  private static Problem over() {
    return Problem.conflict(
        "page-over", "This page is no longer yours: it was answered, passed on or called off.");
  }
}
