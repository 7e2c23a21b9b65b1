package org.warmhandoff.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.faults.Schedule.Outcome;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.faults.weave.WovenPrograms;
import org.warmhandoff.simulator.door.Unreachable;

/** Brings faults of the past back, one by one, and sees whether the checker catches them. */
final class Past {

  /** What never gets quiet is caught by that. */
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(30);

  private static final int ATTEMPTS = 3;

  private final Path built;
  private final Path home;

  /**
   * Faults in copies of these programs.
   *
   * @param home where the copies and data folders are made
   */
  Past(Path built, Path home) {
    this.built = built;
    this.home = home;
  }

  /**
   * How one was caught.
   *
   * @param rules those that did not hold; none where it got away
   */
  record Caught(Historic fault, int schedules, List<String> rules, String first) {

    boolean isCaught() {
      return !rules.isEmpty();
    }

    @Override
    public String toString() {
      return "| %s | %s | %s | %s |"
          .formatted(
              fault.name(),
              fault.what(),
              isCaught() ? String.join(", ", rules) : "NOT CAUGHT",
              first.replace('|', '/'));
    }
  }

  /** A machine with too much to do may need a second attempt: what is tested comes after. */
  private static Town start(Path programs, Path data, Historic fault) {
    try {
      return Town.start(programs, data, fault.settings());
    } catch (Unreachable tooSlow) {
      System.out.println("once more: " + tooSlow.getMessage());
      return Town.start(
          programs, data.resolveSibling(data.getFileName() + "-again"), fault.settings());
    }
  }

  Caught bringBack(Historic fault) throws IOException {
    Path programs = home.resolve("past-programs");
    WovenPrograms.make(built, programs, fault.rewrites());
    Path data = Files.createDirectories(home).resolve("past-" + System.nanoTime());
    List<Violation> found = new ArrayList<>();
    int schedules = 0;
    try (Town town = start(programs, data, fault)) {
      fault.sql().forEach((database, all) -> all.forEach(sql -> town.administer(database, sql)));
      try (Schedule schedule = new Schedule(town, QUIET_WITHIN)) {
        while (found.isEmpty() && schedules < ATTEMPTS) {
          Outcome outcome = schedule.run(fault.plan(++schedules));
          found.addAll(outcome.violations());
        }
      }
    }
    Folders.delete(data);
    return new Caught(
        fault,
        schedules,
        found.stream().map(Violation::rule).distinct().toList(),
        found.isEmpty() ? "" : found.getFirst().what());
  }
}
