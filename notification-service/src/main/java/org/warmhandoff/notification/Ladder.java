package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Crew;
import org.warmhandoff.notification.Decision.Fitness;
import org.warmhandoff.notification.Decision.Weighed;

/**
 * The victim ladder, and every other program's: the next worker, else the rung below at once, else
 * the supervisors in their order and round again, so that no incident is left with nobody told. A
 * pure function of where an assignment stands and of a decision.
 */
public final class Ladder {

  /** Another assignment is on the rung below already, and goes on for both. */
  static final String SHARED_RUNG = "rung-shared";

  private Ladder() {}

  /**
   * Where an assignment stands.
   *
   * @param rungs the programs of its ladder, in the versions it was opened under
   * @param rung index of the present one; one past the last when only supervisors are left
   * @param tried workers already paged on this rung
   * @param told supervisors told in this round
   * @param elsewhere programs that look for, or have, a worker for the same people already: two
   *     ladders may end on one rung, and nobody is called twice by the same program
   * @param later from when on those could take it who said so and were not asked since
   */
  public record Position(
      List<Program> rungs,
      int rung,
      Set<UUID> tried,
      List<UUID> told,
      Set<String> elsewhere,
      Map<UUID, Instant> later) {
    public Position {
      rungs = List.copyOf(rungs);
      tried = Set.copyOf(tried);
      told = List.copyOf(told);
      elsewhere = Set.copyOf(elsewhere);
      later = Map.copyOf(later);
    }

    public Position(List<Program> rungs, int rung, Set<UUID> tried, List<UUID> told) {
      this(rungs, rung, tried, told, Set.of(), Map.of());
    }

    /** The same beside the other assignments of its incident. */
    Position beside(Set<String> others) {
      return new Position(rungs, rung, tried, told, others, later);
    }

    /** The program whose turn it is; the last one while supervisors are told. */
    public Program program() {
      return rungs.get(Math.min(rung, rungs.size() - 1));
    }
  }

  /** The next steps; the last one leaves a page, a wait or a supervisor behind, never nothing. */
  public static List<Step> climb(Position position, Decision decision) {
    if (position.rung() < position.rungs().size()) {
      if (enough(position)) {
        return List.of(tell(position, decision));
      }
      Optional<Step> here =
          onRung(position.program(), position.tried(), position.later(), decision);
      if (here.isPresent()) {
        return List.of(here.get());
      }
    }
    List<Step> below = climbFromBelow(position, decision);
    boolean nobody =
        below.getLast() instanceof Step.Tell || below.getLast() instanceof Step.Unattended;
    return nobody ? promised(position, decision).map(List::of).orElse(below) : below;
  }

  /** Whether so many were asked on this rung that its program wants a supervisor to know now. */
  private static boolean enough(Position position) {
    Program program = position.program();
    int each = program.staffing() == Program.Staffing.CREW_OF_TWO ? 2 : 1;
    return program.supervisorAfter() > 0
        && position.tried().size() >= program.supervisorAfter() * each;
  }

  /** From the rung below the present one, whoever is left on this one. */
  public static List<Step> climbFromBelow(Position position, Decision decision) {
    List<Step> steps = new ArrayList<>();
    Program from = position.program();
    for (int rung = position.rung() + 1; rung < position.rungs().size(); rung++) {
      Program program = position.rungs().get(rung);
      if (notFor(program, decision)) {
        continue;
      }
      if (position.elsewhere().contains(program.code())) {
        steps.add(sharedRung(program, decision));
        return steps;
      }
      steps.add(new Step.ChangeRung(from, program, rung));
      Optional<Step> here = onRung(program, Set.of(), position.later(), decision);
      if (here.isPresent()) {
        steps.add(here.get());
        return steps;
      }
      from = program;
    }
    steps.add(tell(position, decision));
    return steps;
  }

  /** A rung that is not for such an incident is no rung: its people would be told in vain. */
  private static boolean notFor(Program program, Decision decision) {
    return decision
        .of(program.code())
        .filter(weighed -> weighed.answer().eligibility() == Eligibility.NOT_ELIGIBLE)
        .isPresent();
  }

  private static Step sharedRung(Program program, Decision decision) {
    return new Step.StandDown(
        Reason.of(SHARED_RUNG, program.code()), decision.at().plus(program.answerWithin()));
  }

  /** The next supervisor in order; after the last, the first again. */
  public static Step tell(Position position, Decision decision) {
    return tell(position, decision, Set.of());
  }

  /**
   * The same without some.
   *
   * @param never who must not be told: whoever said it themselves
   */
  public static Step tell(Position position, Decision decision, Set<UUID> never) {
    Program program = position.program();
    Instant answerBy = decision.at().plus(program.answerWithin());
    Set<UUID> reachable = new LinkedHashSet<>();
    for (int rung = Math.min(position.rung(), position.rungs().size() - 1); rung >= 0; rung--) {
      decision
          .of(position.rungs().get(rung).code())
          .ifPresent(weighed -> reachable.addAll(fit(weighed.supervisors())));
    }
    reachable.removeAll(never);
    if (reachable.isEmpty()) {
      return new Step.Unattended(program, answerBy);
    }
    return reachable.stream()
        .filter(supervisor -> !position.told().contains(supervisor))
        .findFirst()
        .map(supervisor -> new Step.Tell(program, supervisor, answerBy, false))
        .orElseGet(() -> new Step.Tell(program, reachable.iterator().next(), answerBy, true));
  }

  private static Optional<Step> onRung(
      Program program, Set<UUID> tried, Map<UUID, Instant> later, Decision decision) {
    Weighed weighed = decision.of(program.code()).orElse(null);
    if (weighed == null
        || weighed.answer().eligibility() != Eligibility.ELIGIBLE
        || (program.needsItsTrigger() && weighed.trigger() instanceof Trigger.Standing.Missing)
        // whoever goes there must not go now, whatever fact they would go on
        || (program.bindsToScene()
            && decision.incident().scene() instanceof IncidentView.Scene.Unsafe)) {
      return Optional.empty();
    }
    Window.Span open = weighed.open();
    if (open == null) {
      Window.Span next = weighed.next();
      return switch (program.outsideWindow()) {
        case NEXT_RUNG, NOBODY -> Optional.empty();
        case WAIT -> next == null ? Optional.empty() : waiting(program, next);
      };
    }
    Stream<Crew> fit =
        weighed.crews().stream()
            .filter(considered -> considered.fitness() instanceof Fitness.Fit)
            .map(Considered::crew)
            .filter(crew -> mayBeAsked(crew, tried, later, decision.at()));
    Instant answerBy = decision.at().plus(program.answerWithin());
    if (program.staffing() == Program.Staffing.POOL) {
      List<UUID> all = fit.flatMap(crew -> crew.staff().stream()).toList();
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(new Step.PageCrew(program, new Crew(all), answerBy, true));
    }
    Optional<Crew> first =
        later.isEmpty()
            ? fit.findFirst()
            // whoever was asked to come back at this hour is asked first
            : fit.min(
                Comparator.comparing(
                    crew -> crew.staff().stream().noneMatch(staff -> later.containsKey(staff))));
    return first
        .<Step>map(crew -> new Step.PageCrew(program, crew, answerBy))
        .or(() -> listed(program, tried, weighed, open, answerBy));
  }

  /**
   * Crews of a second response work through a list: where all are with somebody, the next waits for
   * the first who is free, until their hours end.
   */
  private static Optional<Step> listed(
      Program program, Set<UUID> tried, Weighed weighed, Window.Span open, Instant again) {
    boolean busy =
        program.mode() == HelpMode.SECOND_RESPONSE
            && weighed.crews().stream()
                .filter(considered -> tried.stream().noneMatch(considered.crew().staff()::contains))
                .anyMatch(
                    considered ->
                        considered.fitness() instanceof Fitness.Unfit unfit
                            && unfit.reason().busy());
    return busy
        ? Optional.of(
            new Step.Wait(program, open.closes().isBefore(again) ? open.closes() : again, true))
        : Optional.empty();
  }

  private static boolean mayBeAsked(
      Crew crew, Set<UUID> tried, Map<UUID, Instant> later, Instant now) {
    return crew.staff().stream()
        .allMatch(
            staff -> {
              Instant from = later.get(staff);
              return from == null ? !tried.contains(staff) : !from.isAfter(now);
            });
  }

  /**
   * Nobody else is left and someone said from when on they can: it waits for them where there is
   * time, until the window closes. Live help has none, so a supervisor hears of it instead.
   */
  private static Optional<Step> promised(Position position, Decision decision) {
    if (position.rung() >= position.rungs().size()) {
      return Optional.empty();
    }
    Program program = position.rungs().get(position.rung());
    Weighed weighed = decision.of(program.code()).orElse(null);
    Window.Span open = weighed == null ? null : weighed.open();
    if (weighed == null
        || open == null
        || program.kind() == Program.Kind.LIVE_HELP
        || weighed.answer().eligibility() != Eligibility.ELIGIBLE
        || (program.needsItsTrigger() && weighed.trigger() instanceof Trigger.Standing.Missing)) {
      return Optional.empty();
    }
    return weighed.crews().stream()
        .filter(considered -> considered.fitness() instanceof Fitness.Fit)
        .flatMap(considered -> considered.crew().staff().stream())
        .flatMap(staff -> Optional.ofNullable(position.later().get(staff)).stream())
        .filter(from -> from.isAfter(decision.at()) && from.isBefore(open.closes()))
        .min(Comparator.naturalOrder())
        .map(from -> new Step.Wait(program, from, true));
  }

  private static Optional<Step> waiting(Program program, Window.Span next) {
    return Optional.of(new Step.Wait(program, next.opens(), false));
  }

  private static List<UUID> fit(List<Considered> supervisors) {
    return supervisors.stream()
        .filter(considered -> considered.fitness() instanceof Fitness.Fit)
        .map(considered -> considered.crew().staff().getFirst())
        .toList();
  }
}
