package org.warmhandoff.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.faults.weave.WovenPrograms;
import org.warmhandoff.simulator.door.Unreachable;

/** Brings faults of the past back, one by one, and sees whether the checker catches them. */
final class Past {

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
   * @param rules those that did not hold, also such as are not meant for it
   * @param first what a rule meant for it saw first
   */
  record Caught(Historic fault, int schedules, List<String> rules, String first) {

    static Caught of(Historic fault, int schedules, List<Violation> found) {
      return new Caught(
          fault,
          schedules,
          found.stream().map(Violation::rule).distinct().toList(),
          found.stream()
              .filter(violation -> fault.caughtBy().contains(violation.rule()))
              .findFirst()
              .map(Violation::what)
              .orElse(found.toString()));
    }

    boolean isCaught() {
      return fault.isCaughtBy(rules);
    }

    @Override
    public String toString() {
      return "| %s | %s | %s | %s |"
          .formatted(
              fault.name(),
              fault.what(),
              isCaught()
                  ? String.join(", ", rules.stream().filter(fault.caughtBy()::contains).toList())
                  : "NOT CAUGHT",
              first.replace('|', '/'));
    }
  }

  /** A machine with too much to do may need a second attempt: what is tested comes after. */
  private static Town start(Path programs, Path data, Map<String, String> settings) {
    try {
      return Town.start(programs, data, settings);
    } catch (Unreachable tooSlow) {
      System.out.println("once more: " + tooSlow.getMessage());
      return Town.start(programs, data.resolveSibling(data.getFileName() + "-again"), settings);
    }
  }

  Caught bringBack(Historic fault) throws IOException {
    Path programs = home.resolve("past-programs");
    WovenPrograms.make(built, programs, fault.rewrites());
    Path data = Files.createDirectories(home).resolve("past-" + System.nanoTime());
    Caught caught = Caught.of(fault, 0, List.of());
    try (Town town = start(programs, data, fault.settings())) {
      fault.sql().forEach((database, all) -> all.forEach(sql -> town.administer(database, sql)));
      try (Schedule schedule = new Schedule(town, Series.QUIET_WITHIN)) {
        for (int seed = 1; seed <= ATTEMPTS && !caught.isCaught(); seed++) {
          caught = Caught.of(fault, seed, schedule.run(fault.plan(seed)).violations());
        }
      }
    }
    Folders.delete(data);
    return caught;
  }

  /**
   * Runs the plans of these faults in sound programs, all in one town: what does not hold there is
   * caught for another reason than the fault.
   */
  List<Violation> withoutThem(List<Historic> faults) throws IOException {
    Path programs = home.resolve("past-programs");
    WovenPrograms.make(built, programs, List.of());
    Path data = Files.createDirectories(home).resolve("sound-" + System.nanoTime());
    List<Violation> found = new ArrayList<>();
    try (Town town = start(programs, data, Map.of());
        Schedule schedule = new Schedule(town, Series.QUIET_WITHIN)) {
      for (Plan plan : faults.stream().map(fault -> fault.plan(1)).distinct().toList()) {
        found.addAll(schedule.run(plan).violations());
      }
    }
    Folders.delete(data);
    return found;
  }
}
