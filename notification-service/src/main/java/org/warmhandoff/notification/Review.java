package org.warmhandoff.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.notification.Decision.Weighed;

/** What a changed incident means for help that is already under way. */
final class Review {

  private static final String OFFICERS_CLEARED = "officers-cleared";
  private static final String CONFLICT = "conflict";

  private final Desk desk;
  private final Switchboard switchboard;

  Review(Desk desk, Switchboard switchboard) {
    this.desk = desk;
    this.switchboard = switchboard;
  }

  /** Ends it, takes a page back, goes on to the next rung, or leaves it as it is. */
  void of(IncidentView incident, Assignment assignment, List<Assignment> all) {
    List<Program> rungs = switchboard.rungs(assignment);
    Decision decision = switchboard.decide(incident, rungs, all);
    Weighed now = turn(assignment, decision).orElse(null);
    if (now == null) {
      return;
    }
    Optional<Reason> calledOff = CalledOff.of(incident, assignment, now);
    if (calledOff.isPresent()) {
      standDown(incident, assignment, calledOff.get(), now);
      return;
    }
    boolean conflict = decision.conflicted(assignment.audience(), assignment.occupied());
    switch (assignment.state()) {
      case AssignmentState.Paged paged -> {
        if (assignment.current().mode() == HelpMode.ON_SITE
            && incident.scene() instanceof IncidentView.Scene.Cleared) {
          withdraw(incident, assignment);
          switchboard.carryOut(incident, assignment, all, Ladder::climbFromBelow);
        } else if (conflict) {
          assignment.withdrawFrom(paged, decision.conflicted(assignment.audience()), desk.now());
          desk.keep(assignment, incident, List.of());
          if (assignment.state() instanceof AssignmentState.Proposed) {
            switchboard.carryOut(incident, assignment, all, Ladder::climb);
          }
        } else if (now.answer().eligibility() == Eligibility.NOT_ELIGIBLE) {
          withdraw(incident, assignment);
          elsewhere(incident, assignment, all, decision);
        }
      }
      case AssignmentState.Held held -> {
        if (conflict) {
          standDown(incident, assignment, Reason.of(CONFLICT), now);
        } else if (held instanceof AssignmentState.Coming
            && assignment.current().mode() == HelpMode.ON_SITE
            && incident.scene() instanceof IncidentView.Scene.Cleared) {
          standDown(incident, assignment, Reason.of(OFFICERS_CLEARED), now);
          int below = below(assignment, decision);
          if (desk.mayCall() && !Doubles.shared(rungs, below, assignment, all)) {
            switchboard.open(incident, rungs, below, assignment.mark(), all);
          }
        }
      }
      case AssignmentState.Looking looking -> {
        if (now.answer().eligibility() == Eligibility.NOT_ELIGIBLE) {
          elsewhere(incident, assignment, all, decision);
        }
      }
      case AssignmentState.Over over -> {}
    }
  }

  /** Whose turn it is; past the last rung whoever of the ladder it may be for. */
  private static Optional<Weighed> turn(Assignment assignment, Decision decision) {
    Optional<Weighed> current = decision.of(assignment.current().program());
    return assignment.rung() < assignment.ladder().size()
        ? current
        : decision.programs().stream()
            .filter(rung -> rung.answer().eligibility() != Eligibility.NOT_ELIGIBLE)
            .findFirst()
            .or(() -> current);
  }

  private void withdraw(IncidentView incident, Assignment assignment) {
    assignment.withdrawPage(desk.now());
    desk.keep(assignment, incident, List.of());
  }

  /** The program turned out not to be for this incident: the rung below, or nothing. */
  private void elsewhere(
      IncidentView incident, Assignment assignment, List<Assignment> all, Decision decision) {
    if (below(assignment, decision) < decision.programs().size()) {
      switchboard.carryOut(incident, assignment, all, Ladder::climbFromBelow);
    } else {
      decision
          .of(assignment.current().program())
          .ifPresent(now -> standDown(incident, assignment, now.answer().reason(), now));
    }
  }

  /** The next rung that may be for such an incident; one past the last where none is. */
  private static int below(Assignment assignment, Decision decision) {
    List<Weighed> rungs = decision.programs();
    int rung = assignment.rung() + 1;
    while (rung < rungs.size()
        && rungs.get(rung).answer().eligibility() == Eligibility.NOT_ELIGIBLE) {
      rung++;
    }
    return rung;
  }

  private void standDown(
      IncidentView incident, Assignment assignment, Reason reason, Weighed weighed) {
    boolean held = assignment.state() instanceof AssignmentState.Held;
    Instant now = desk.now();
    AssignmentEvent event =
        assignment.apply(
            new Step.StandDown(reason, now.plus(weighed.program().answerWithin())), now);
    desk.keep(assignment, incident, List.of(event));
    switchboard.advise(incident, assignment, event, held);
  }
}
