package org.warmhandoff.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.weave.Point;

/** What a run of schedules came to: how often what was broken, and what did not hold. */
final class Report {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> failedBefore = new ArrayList<>();

  void add(Entry entry) {
    entries.add(entry);
  }

  /** Takes note of a schedule that failed in an earlier run: that it holds now unsays nothing. */
  void failedBefore(Entry entry) {
    failedBefore.add(entry);
  }

  int failed() {
    return (int) entries.stream().filter(entry -> !entry.held()).count();
  }

  private Map<String, Map<Action, Integer>> hits() {
    Map<String, Map<Action, Integer>> hits = new LinkedHashMap<>();
    for (Point point : Point.values()) {
      hits.put(point.code(), new EnumMap<>(Action.class));
    }
    for (Entry entry : entries) {
      for (Entry.Fired fired : entry.fired()) {
        hits.computeIfAbsent(fired.point(), point -> new EnumMap<>(Action.class))
            .merge(Action.valueOf(fired.action()), 1, Integer::sum);
      }
    }
    return hits;
  }

  /** As Markdown. */
  String text() {
    StringBuilder text = new StringBuilder();
    Duration all = entries.stream().map(Entry::time).reduce(Duration.ZERO, Duration::plus);
    text.append(
        "%d schedules, seeds %d to %d, %d min. Failed: %d.%n%n"
            .formatted(
                entries.size(),
                entries.stream().mapToLong(Entry::seed).min().orElse(0),
                entries.stream().mapToLong(Entry::seed).max().orElse(0),
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
                            point,
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
    for (Entry entry : entries) {
      entry.done().forEach(words -> kinds.merge(words, 1, Integer::sum));
      entry
          .notPossible()
          .forEach(words -> kinds.merge(words + " (not possible here)", 1, Integer::sum));
    }
    return kinds;
  }

  private void failures(StringBuilder text) {
    entries.stream().filter(entry -> !entry.held()).forEach(entry -> failure(text, entry, ""));
    failedBefore.stream()
        .filter(before -> entries.stream().anyMatch(e -> e.held() && e.seed() == before.seed()))
        .forEach(before -> failure(text, before, ", which held when it was run again"));
  }

  private static void failure(StringBuilder text, Entry entry, String more) {
    text.append("\nSeed ").append(entry.seed()).append(more).append(":\n");
    entry.violations().forEach(one -> text.append("- ").append(one).append('\n'));
  }
}
