package org.warmhandoff.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.faults.Schedule.Outcome;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.plan.Fault;

/**
 * What is kept of a schedule.
 *
 * @param revision of the programs and the check; null in books of before it was kept
 * @param fired points at which a program failed
 * @param done what was done from outside, in words
 * @param notPossible what this machine does not let us do, in words
 * @param violations what did not hold
 */
record Entry(
    @Nullable String revision,
    long seed,
    long millis,
    List<Fired> fired,
    List<String> done,
    List<String> notPossible,
    List<String> violations) {

  /** A point, by its code, and what happened there. */
  record Fired(String point, String action) {}

  static Entry of(@Nullable String revision, Outcome outcome) {
    return new Entry(
        revision,
        outcome.plan().seed(),
        outcome.time().toMillis(),
        outcome.fired().stream()
            .map(at -> new Fired(at.point().code(), at.action().name()))
            .toList(),
        outcome.done().stream().map(Entry::words).toList(),
        outcome.notPossible().stream().map(Entry::words).toList(),
        outcome.violations().stream().map(Violation::toString).toList());
  }

  Duration time() {
    return Duration.ofMillis(millis);
  }

  boolean held() {
    return violations.isEmpty();
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
}
