package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.warmhandoff.contracts.AssignmentEvent;

/**
 * Two assignments of one program for one side, after two incidents became one: one of them stays,
 * the other is stood down. Police hear nothing of that, for help is still on its way.
 */
final class Doubles {

  private Doubles() {}

  /** Which of them are stood down; a pure function of where they stand. */
  static List<Assignment> among(List<Assignment> all, Predicate<Assignment> conflicted) {
    List<Assignment> live =
        all.stream()
            .filter(one -> !one.over())
            .sorted(
                Comparator.<Assignment, Boolean>comparing(conflicted::test)
                    .thenComparing(Doubles::wayToGo)
                    .thenComparing(Assignment::openedAt)
                    .thenComparing(Assignment::id))
            .toList();
    List<Assignment> staying = new ArrayList<>();
    List<Assignment> doubles = new ArrayList<>();
    for (Assignment one : live) {
      (staying.stream().anyMatch(other -> sameHelp(one, other)) ? doubles : staying).add(one);
    }
    return doubles;
  }

  /** One program's for one side: it started both, or it is both one's turn. */
  private static boolean sameHelp(Assignment one, Assignment other) {
    return one.audience() == other.audience()
        && (one.ladder().getFirst().program().equals(other.ladder().getFirst().program())
            || one.current().program().equals(other.current().program()));
  }

  /** Who is further along has less way to go. */
  private static int wayToGo(Assignment assignment) {
    return switch (assignment.state()) {
      case AssignmentState.InContact s -> 0;
      case AssignmentState.Arrived s -> 1;
      case AssignmentState.Coming s -> 2;
      case AssignmentState.Paged s -> 3;
      case AssignmentState.Looking s -> 4;
      case AssignmentState.Over s -> 5;
    };
  }

  /** Stands them down; nobody is paged for it. */
  static void standDown(Desk desk, IncidentView incident) {
    List<Assignment> all = desk.assignments(incident.incident());
    if (all.stream().filter(one -> !one.over()).count() < 2) {
      return;
    }
    desk.sides(incident);
    for (Assignment one : among(all, assignment -> conflicted(desk, incident, all, assignment))) {
      Program program = desk.programs(List.of(one.current())).getFirst();
      AssignmentEvent event =
          one.apply(
              new Step.StandDown(Reason.of("same-help"), desk.now().plus(program.answerWithin())),
              desk.now());
      desk.keep(one, incident, List.of(event));
    }
  }

  private static boolean conflicted(
      Desk desk, IncidentView incident, List<Assignment> all, Assignment assignment) {
    List<Program> rungs = desk.programs(assignment.ladder());
    Roster roster = desk.roster(rungs, incident, all);
    return Routing.decide(
            Situation.of(incident, all, desk.freshFor()),
            rungs,
            roster,
            desk.load(incident, roster),
            desk.now())
        .conflicted(assignment.audience(), assignment.occupied());
  }

  /** The programs that others of its incident are with now, for the same side. */
  static Set<String> beside(Assignment assignment, List<Assignment> all) {
    return all.stream()
        .filter(other -> other != assignment && !other.over())
        .filter(other -> other.incident().equals(assignment.incident()))
        .filter(other -> other.audience() == assignment.audience())
        .map(other -> other.current().program())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether another one is on this rung already. */
  static boolean shared(
      List<Program> rungs, int rung, Assignment assignment, List<Assignment> all) {
    return rung < rungs.size() && beside(assignment, all).contains(rungs.get(rung).code());
  }
}
