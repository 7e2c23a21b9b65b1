package org.warmhandoff.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.warmhandoff.faults.Schedule.Outcome;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.weave.Point;

/** What a run of schedules came to: how often what was broken, and what did not hold. */
final class Report {

  private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  int failed() {
    return (int) outcomes.stream().filter(outcome -> !outcome.violations().isEmpty()).count();
  }

  private Map<Point, Map<Action, Integer>> hits() {
    Map<Point, Map<Action, Integer>> hits = new EnumMap<>(Point.class);
    for (Point point : Point.values()) {
      hits.put(point, new EnumMap<>(Action.class));
    }
    for (Outcome outcome : outcomes) {
      for (Fault.AtPoint fired : outcome.fired()) {
        hits.getOrDefault(fired.point(), new EnumMap<>(Action.class))
            .merge(fired.action(), 1, Integer::sum);
      }
    }
    return hits;
  }

  /** As Markdown. */
  String text() {
    StringBuilder text = new StringBuilder();
    Duration all = outcomes.stream().map(Outcome::time).reduce(Duration.ZERO, Duration::plus);
    text.append(
        "%d schedules, seeds %d to %d, %d min. Failed: %d.%n%n"
            .formatted(
                outcomes.size(),
                outcomes.stream().mapToLong(o -> o.plan().seed()).min().orElse(0),
                outcomes.stream().mapToLong(o -> o.plan().seed()).max().orElse(0),
                all.toMinutes(),
                failed()));
    text.append("| from outside | times |\n|---|---|\n");
    outside().forEach((kind, times) -> text.append("| %s | %d |%n".formatted(kind, times)));
    text.append("\n| at the point | killed | connection broken | error | pause | all |\n");
    text.append("|---|---|---|---|---|---|\n");
    hits()
        .forEach(
            (point, by) ->
                text.append(
                    "| %s | %d | %d | %d | %d | %d |%n"
                        .formatted(
                            point.code(),
                            by.getOrDefault(Action.HALT, 0),
                            by.getOrDefault(Action.BREAK, 0),
                            by.getOrDefault(Action.THROW, 0),
                            by.getOrDefault(Action.PAUSE, 0),
                            by.values().stream().mapToInt(Integer::intValue).sum())));
    failures(text);
    return text.toString();
  }

  private Map<String, Integer> outside() {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      outcome.done().forEach(fault -> kinds.merge(words(fault), 1, Integer::sum));
      outcome
          .notPossible()
          .forEach(fault -> kinds.merge(words(fault) + " (not possible here)", 1, Integer::sum));
    }
    return kinds;
  }

  private static String words(Fault fault) {
    String kind = fault.kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return switch (fault) {
      case Fault.Kill kill -> kind + " " + kill.program();
      case Fault.Stop stop -> kind + " " + stop.program();
      case Fault.Partition partition ->
          "%s %s, %s"
              .formatted(
                  kind,
                  partition.server().name().toLowerCase(Locale.ROOT),
                  partition.direction().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      case Fault.Plant plant ->
          kind + " " + plant.records().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      default -> kind;
    };
  }

  private void failures(StringBuilder text) {
    for (Outcome outcome : outcomes) {
      if (!outcome.violations().isEmpty()) {
        text.append("\nSeed ").append(outcome.plan().seed()).append(":\n");
        for (Violation violation : outcome.violations()) {
          text.append("- ").append(violation).append('\n');
        }
      }
    }
  }
}
