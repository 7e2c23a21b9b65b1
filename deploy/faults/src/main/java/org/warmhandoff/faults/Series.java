package org.warmhandoff.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator.OfLong;
import java.util.stream.LongStream;
import org.warmhandoff.faults.Schedule.Outcome;
import org.warmhandoff.faults.town.Town;

/** Schedule after schedule, in a new town after some of them and after each that failed. */
final class Series {

  /** A town is left for a new one after so many schedules, so that looking at it stays quick. */
  private static final int SCHEDULES_PER_TOWN = 40;

  /** How long it may take until nothing is in flight any more. */
  static final Duration QUIET_WITHIN = Duration.ofSeconds(90);

  private final Path programs;
  private final Path home;
  private final Report report;
  private final Logbook logbook;

  /**
   * A series.
   *
   * @param programs woven programs
   * @param home where data folders are made
   * @param logbook told of each schedule as it ends
   */
  Series(Path programs, Path home, Report report, Logbook logbook) {
    this.programs = programs;
    this.home = home;
    this.report = report;
    this.logbook = logbook;
  }

  /** Runs the schedules of these seeds, each once. */
  void run(LongStream seeds) throws IOException {
    OfLong next = seeds.iterator();
    while (next.hasNext()) {
      town(next);
    }
  }

  private void town(OfLong seeds) throws IOException {
    Path data = Files.createDirectories(home).resolve("data-" + System.nanoTime());
    boolean sound = true;
    try (Town town = Town.start(programs, data, Map.of());
        Schedule schedule = new Schedule(town, QUIET_WITHIN)) {
      for (int i = 0; i < SCHEDULES_PER_TOWN && sound && seeds.hasNext(); i++) {
        Outcome outcome = schedule.run(seeds.nextLong());
        Entry entry = Entry.of(logbook.revision(), outcome);
        logbook.write(entry);
        report.add(entry);
        say(outcome);
        // What came of a failure must not fail the next one.
        sound = outcome.violations().isEmpty();
      }
    }
    if (sound) {
      Folders.delete(data);
    } else {
      System.out.println("  what is left of it lies in " + data);
    }
  }

  static void say(Outcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "seed %d: %s after %.1f s, %d points fired, %d faults from outside%n",
        outcome.plan().seed(),
        outcome.violations().isEmpty() ? "held" : "FAILED",
        outcome.time().toMillis() / 1000.0,
        outcome.fired().size(),
        outcome.done().size());
    if (!outcome.violations().isEmpty()) {
      outcome.violations().stream().limit(12).forEach(v -> System.out.println("  " + v));
      System.out.println("  fired: " + outcome.fired());
      System.out.println("  done: " + outcome.done());
    }
  }
}
