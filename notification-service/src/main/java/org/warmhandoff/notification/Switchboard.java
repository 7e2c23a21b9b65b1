package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.notification.Decision.Start;
import org.warmhandoff.notification.Decision.Weighed;

/**
 * Brings decision and assignments together: after a fact, an answer or a deadline, everything that
 * follows at once does. It knows no database and no broker; {@link Desk} stands for them.
 */
public final class Switchboard {

  private static final Roster NO_ROSTER = new Roster(Map.of(), Map.of());
  private static final Load NO_LOAD = new Load(Map.of(), Map.of());

  private final Desk desk;
  private final Review review;

  public Switchboard(Desk desk) {
    this.desk = desk;
    this.review = new Review(desk, this);
  }

  /** After a fact: what stands is reviewed, verdicts are told, and what is triggered opens. */
  public void heard(IncidentView incident) {
    // parties may be named long after someone said yes: first of all everyone's side is known
    desk.sides(incident);
    List<Assignment> assignments = new ArrayList<>(desk.assignments(incident.incident()));
    for (Assignment assignment : List.copyOf(assignments)) {
      if (!assignment.over() && assignment.incident().equals(incident.incident())) {
        review.of(incident, assignment, assignments);
      }
    }
    weigh(incident, assignments);
  }

  /** Weighs every program; what is triggered opens, and who asked in vain is told so. */
  void weigh(IncidentView incident, List<Assignment> assignments) {
    List<Program> programs = desk.programs(incident.policeService());
    Decision weighed = decide(incident, programs, assignments);
    Decision decision = desk.mayCall() ? weighed : weighed.openingNothing(Reason.of("not-live"));
    desk.weighed(decision);
    Asking.answerRepeated(assignments, decision);
    for (Weighed one : decision.opening()) {
      if (one.start() instanceof Start.Opens opens) {
        List<Program> rungs = Routing.ladder(one.program(), programs);
        open(incident, rungs, 0, opens.mark(), assignments);
      }
    }
    // what was taken back, or opened in vain, a moment ago may have told police already
    IncidentView told = desk.asItStands(incident);
    if (desk.mayCall() && Asking.inVain(told, assignments, decision)) {
      desk.nobodyComes(told, helpLine(decision.programs().stream().map(Weighed::program)));
    }
  }

  /** After a worker's or a supervisor's answer. */
  public void answered(IncidentView incident, Assignment assignment, Answer answer, UUID staff) {
    List<Assignment> assignments = new ArrayList<>(desk.assignments(incident.incident()));
    Instant now = desk.now();
    boolean before = assignment.over();
    if (answer instanceof Answer.Accept
        && assignment.state() instanceof AssignmentState.Paged paged
        && paged.crew().contains(staff)) {
      List<UUID> coming = paged.with(staff);
      desk.taking(coming);
      Decision decision = decide(incident, rungs(assignment), assignments);
      if (decision.conflicted(assignment.audience(), coming)) {
        throw Problem.conflict("page-over", "This page is no longer yours: it was passed on.");
      }
    }
    List<AssignmentEvent> events = assignment.answer(answer, staff, now);
    desk.keep(assignment, incident, events);
    events.forEach(event -> advise(incident, assignment, event, true));
    if (assignment.state() instanceof AssignmentState.Proposed) {
      carryOut(incident, assignment, assignments, Ladder::climb);
    }
    if (assignment.over() && !before) {
      // what was asked for meanwhile, or consented to, waited for this to end
      weigh(incident, assignments);
    }
  }

  /**
   * After a deadline: the page goes on, the window is open, a supervisor is told. What waits for a
   * worker may be called earlier: somebody is free.
   */
  public void due(IncidentView incident, Assignment assignment) {
    if (assignment.state().isDue(desk.now()) || assignment.waitsForWorker()) {
      goOn(incident, assignment);
    }
    if (assignment.becomesLate(desk.now())) {
      desk.late(assignment);
      desk.keep(assignment, incident, List.of());
    }
  }

  private void goOn(IncidentView incident, Assignment assignment) {
    List<Assignment> assignments = desk.assignments(incident.incident());
    switch (assignment.state()) {
      case AssignmentState.Paged paged -> {
        desk.keep(assignment, incident, List.of(assignment.expired(desk.now())));
        carryOut(incident, assignment, assignments, Ladder::climb);
      }
      case AssignmentState.Waiting waiting ->
          carryOut(incident, assignment, assignments, Ladder::climb);
      case AssignmentState.Unattended nobody ->
          carryOut(incident, assignment, assignments, Ladder::climb);
      case AssignmentState.Told told ->
          carryOut(incident, assignment, assignments, Switchboard::nextSupervisor);
      case AssignmentState.Stopped down ->
          carryOut(incident, assignment, assignments, Switchboard::nextSupervisor);
      case AssignmentState.Proposed s -> {}
      case AssignmentState.Held s -> {}
      case AssignmentState.Acknowledged s -> {}
      case AssignmentState.Concluded s -> {}
    }
  }

  private static List<Step> nextSupervisor(Ladder.Position position, Decision decision) {
    return List.of(Ladder.tell(position, decision));
  }

  void open(IncidentView incident, List<Program> rungs, int rung, long mark, List<Assignment> all) {
    Assignment assignment = Assignment.open(desk.newId(), incident, rungs, rung, mark, desk.now());
    all.add(assignment);
    desk.keep(assignment, incident, List.of(Telling.opened(assignment)));
    carryOut(incident, assignment, all, Ladder::climb);
  }

  /** Plans against the present load; where somebody is snapped up meanwhile, plans again. */
  void carryOut(
      IncidentView incident, Assignment assignment, List<Assignment> all, Planner planner) {
    carryOut(incident, assignment, all, planner, false);
  }

  /**
   * The same.
   *
   * @param patient whether nobody is passed over because another decision is about them right now
   */
  void carryOut(
      IncidentView incident,
      Assignment assignment,
      List<Assignment> all,
      Planner planner,
      boolean patient) {
    List<Program> rungs = rungs(assignment);
    if (!desk.mayCall()) {
      // the search goes on by the clock: what an import withdrew, no import offers to the next
      Step.Unattended later = new Step.Unattended(assignment.position(rungs).program(), desk.now());
      assignment.leaveUnattended(later, desk.now());
      desk.keep(assignment, incident, List.of());
      return;
    }
    Roster roster = desk.roster(rungs, incident, all);
    Taking taking = new Taking(desk.load(incident, roster), patient, desk.inOtherHands());
    while (true) {
      Decision decision =
          Routing.decide(situation(incident, all), rungs, roster, taking.load(), desk.now());
      List<Step> steps =
          planner.plan(
              assignment.position(rungs).beside(Doubles.beside(assignment, all)), decision);
      if (taking.done(steps.getLast(), (page, waits) -> desk.claim(assignment, page, waits))) {
        apply(incident, assignment, steps);
        desk.reasoned(assignment, decision, steps);
        return;
      }
    }
  }

  private void apply(IncidentView incident, Assignment assignment, List<Step> steps) {
    List<AssignmentEvent> events = new ArrayList<>();
    boolean nobody = false;
    for (Step step : steps) {
      switch (step) {
        case Step.Unattended unattended -> {
          assignment.leaveUnattended(unattended, desk.now());
          nobody = true;
        }
        case Step.Tell tell -> {
          events.add(assignment.apply(tell, desk.now()));
          nobody = true;
        }
        case Step other -> events.add(assignment.apply(other, desk.now()));
      }
    }
    boolean advise = nobody && !assignment.over() && assignment.adviseNobody();
    desk.keep(assignment, incident, events);
    if (advise && assignment.audience() == Audience.VICTIM) {
      desk.nobodyComes(incident, helpLine(rungs(assignment).reversed().stream()));
    } else if (advise) {
      desk.advise(incident, new CadAdvisory.NobodyAvailable(incident.incident(), desk.now(), null));
    }
  }

  /** The number of the program that came nearest to helping her. */
  private static @Nullable String helpLine(Stream<Program> programs) {
    return programs
        .filter(program -> program.audience() == Audience.VICTIM)
        .map(Program::helpLine)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  void advise(IncidentView incident, Assignment assignment, AssignmentEvent event, boolean held) {
    Advisories.of(incident, assignment.current(), event, held)
        .ifPresent(advisory -> desk.advise(incident, advisory));
  }

  Decision decide(IncidentView incident, List<Program> programs, List<Assignment> assignments) {
    // most calls are not domestic: nobody's duty and load need to be looked up for those
    boolean idle =
        assignments.isEmpty()
            && programs.stream()
                .noneMatch(
                    program ->
                        program.eligible().weigh(incident).eligibility() == Eligibility.ELIGIBLE);
    Roster roster = idle ? NO_ROSTER : desk.roster(programs, incident, assignments);
    Load load = idle ? NO_LOAD : desk.load(incident, roster);
    return Routing.decide(situation(incident, assignments), programs, roster, load, desk.now());
  }

  private Situation situation(IncidentView incident, List<Assignment> assignments) {
    return Situation.of(incident, assignments, desk.freshFor());
  }

  List<Program> rungs(Assignment assignment) {
    return desk.programs(assignment.ladder());
  }

  /** A way to go on from a position. */
  interface Planner {
    List<Step> plan(Ladder.Position position, Decision decision);
  }
}
