package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Fitness;
import org.warmhandoff.notification.Decision.Weighed;

/**
 * What a dispatcher or a supervisor does to help by hand. It asks the same questions as routing, of
 * the same roster under the same locks: a hand reaches nobody whom routing must not call.
 */
public final class Intervention {

  private final Desk desk;
  private final Switchboard switchboard;

  public Intervention(Desk desk) {
    this.desk = desk;
    this.switchboard = new Switchboard(desk);
  }

  /** Everyone of the program whose turn it is, and who of them could be paged now. */
  public List<Considered> considered(IncidentView incident, Assignment assignment) {
    return weighed(decide(incident, assignment), assignment).crews();
  }

  /** How a worker stands to what waits in this assignment. */
  public Standing standing(IncidentView incident, Assignment assignment, UUID staff) {
    Decision decision = decide(incident, assignment);
    Weighed weighed = weighed(decision, assignment);
    if (weighed.open() == null) {
      return new Standing.Stranger();
    }
    Optional<Reason> obstacle = obstacle(decision, weighed);
    for (Considered one : weighed.crews()) {
      if (one.crew().staff().contains(staff)) {
        return switch (one.fitness()) {
          case Fitness.Fit fit ->
              new Standing.OnDuty(obstacle.isEmpty(), obstacle.orElse(Reason.of("free")));
          case Fitness.Unfit unfit when unfit.reason().busy() ->
              new Standing.OnDuty(false, unfit.reason());
          case Fitness.Unfit unfit when unfit.reason().hidden() -> new Standing.KeptOut();
          case Fitness.Unfit unfit -> new Standing.Stranger();
        };
      }
    }
    return new Standing.Stranger();
  }

  /**
   * A worker takes what waits, with the other one of their crew.
   *
   * @throws Problem 409 where it is in somebody's hands, offered or over, or they cannot be paged
   */
  public void take(IncidentView incident, Assignment assignment, UUID staff) {
    if (!(assignment.state() instanceof AssignmentState.Looking)
        || assignment.state() instanceof AssignmentState.Paged) {
      throw Problem.conflict("page-over", "This waits for nobody any more.");
    }
    String program = assignment.current().program();
    switchboard.carryOut(
        incident,
        assignment,
        new ArrayList<>(desk.assignments(incident.incident())),
        (position, anew) -> List.of(named(anew, program, staff)));
    switchboard.answered(incident, assignment, new Answer.Accept(), staff);
  }

  /**
   * Ends it; what it was opened for is answered by that, and asked for anew it opens again.
   *
   * @param reason stable code
   * @throws Problem 409 where it is over already
   */
  public void callOff(IncidentView incident, Assignment assignment, String reason, UUID by) {
    Weighed weighed = weighed(notOver(incident, assignment), assignment);
    Step.StandDown step =
        new Step.StandDown(
            Reason.of(reason, by), desk.now().plus(weighed.program().answerWithin()), by);
    end(incident, assignment, step);
    switchboard.weigh(incident, new ArrayList<>(desk.assignments(incident.incident())));
  }

  /**
   * Takes it from whoever has it, and pages another.
   *
   * @param reason stable code
   * @param to whom; null: whoever is next
   * @return the assignment that goes on
   * @throws Problem 409 where it is over already or this worker cannot be paged now, with the
   *     reason as everyone may read it
   */
  public Assignment reassign(
      IncidentView incident, Assignment assignment, String reason, UUID by, @Nullable UUID to) {
    Decision decision = notOver(incident, assignment);
    if (to != null) {
      named(decision, assignment.current().program(), to);
    }
    List<Program> rungs = switchboard.rungs(assignment);
    Assignment next = assignment.passedOn(desk.newId(), incident, rungs, desk.now());
    Weighed weighed = weighed(decision, assignment);
    end(
        incident,
        assignment,
        new Step.Reassign(
            Reason.of(reason, by),
            desk.now().plus(weighed.program().answerWithin()),
            by,
            next.id()));
    List<Assignment> all = new ArrayList<>(desk.assignments(incident.incident()));
    all.add(next);
    desk.keep(next, incident, List.of(Telling.opened(next)));
    String program = next.current().program();
    if (to == null) {
      switchboard.carryOut(incident, next, all, Ladder::climb);
    } else {
      switchboard.carryOut(
          incident, next, all, (position, anew) -> List.of(named(anew, program, to)), true);
    }
    return next;
  }

  private void end(IncidentView incident, Assignment assignment, Step step) {
    Decision decision = decide(incident, assignment);
    boolean held = assignment.state() instanceof AssignmentState.Held;
    AssignmentEvent event = assignment.apply(step, desk.now());
    desk.keep(assignment, incident, List.of(event));
    switchboard.advise(incident, assignment, event, held);
    desk.reasoned(assignment, decision, List.of(step));
  }

  private static Step.PageCrew named(Decision decision, String program, UUID to) {
    Weighed weighed = decision.of(program).orElseThrow(() -> unfit(Reason.of("not-registered")));
    obstacle(decision, weighed)
        .ifPresent(
            reason -> {
              throw unfit(reason);
            });
    Considered considered =
        weighed.crews().stream()
            .filter(one -> one.crew().staff().contains(to))
            .findFirst()
            .orElseThrow(() -> unfit(Reason.of("off-duty")));
    if (considered.fitness() instanceof Fitness.Unfit unfit) {
      throw unfit(unfit.reason());
    }
    return new Step.PageCrew(
        weighed.program(), considered.crew(), decision.at().plus(weighed.program().answerWithin()));
  }

  /** Why nobody of this program can be paged now. */
  private static Optional<Reason> obstacle(Decision decision, Weighed weighed) {
    if (weighed.answer().eligibility() != Eligibility.ELIGIBLE) {
      return Optional.of(weighed.answer().reason());
    }
    if (weighed.program().needsItsTrigger()
        && weighed.trigger() instanceof Trigger.Standing.Missing missing) {
      return Optional.of(missing.reason());
    }
    if (weighed.program().bindsToScene()
        && decision.incident().scene() instanceof IncidentView.Scene.Unsafe) {
      return Optional.of(Reason.of("scene-not-safe"));
    }
    return weighed.open() == null ? Optional.of(Reason.of("outside-window")) : Optional.empty();
  }

  private static Problem unfit(Reason reason) {
    return Problem.conflict("not-fit", "This worker cannot be paged for it now.")
        .at("/to")
        .expected("somebody who can be; this one: " + reason.shown().code());
  }

  private Decision notOver(IncidentView incident, Assignment assignment) {
    if (assignment.over()) {
      throw Problem.conflict("help-over", "This help is over already.");
    }
    return decide(incident, assignment);
  }

  private Decision decide(IncidentView incident, Assignment assignment) {
    return switchboard.decide(
        incident, switchboard.rungs(assignment), desk.assignments(incident.incident()));
  }

  private static Weighed weighed(Decision decision, Assignment assignment) {
    return decision.of(assignment.current().program()).orElseThrow();
  }
}
