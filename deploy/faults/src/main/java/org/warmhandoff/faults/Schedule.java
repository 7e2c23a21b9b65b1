package org.warmhandoff.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.warmhandoff.faults.check.Checker;
import org.warmhandoff.faults.check.Ear;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.injure.Injector;
import org.warmhandoff.faults.injure.Planting;
import org.warmhandoff.faults.injure.Recovery;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.play.Play;
import org.warmhandoff.faults.play.Promises;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.stack.Quiet;

/** Runs schedules in one town: people at work, faults among them, quiet, and the check. */
public final class Schedule implements AutoCloseable {

  private static final Duration A_PAGE_RUNS_OUT = Duration.ofMinutes(4);

  private static final Duration A_START_TAKES = Duration.ofSeconds(20);

  /** Programs that start again need the machine more than who waits for them. */
  private static final Duration BREATH = Duration.ofMillis(60);

  private final Town town;
  private final Ear ear;
  private final Planting planting;
  private final Duration quietWithin;

  /** Groups that read when it was quiet last. */
  private Set<String> groups = Set.of();

  /**
   * What came of a schedule.
   *
   * @param fired points at which a program failed
   * @param done what was done from outside
   * @param notPossible what this machine does not let us do
   */
  public record Outcome(
      Plan plan,
      List<Fault.AtPoint> fired,
      List<Fault> done,
      List<Fault> notPossible,
      List<Violation> violations,
      Duration time) {}

  /**
   * Schedules in this town, one after the other.
   *
   * @param quietWithin how long it may take until nothing is in flight any more
   */
  public Schedule(Town town, Duration quietWithin) {
    this.town = town;
    this.quietWithin = quietWithin;
    town.keepCommitTimes();
    Play.leaveOneUnreachable(town);
    this.ear = new Ear(town);
    this.planting = new Planting(town, new Random(42));
    settles();
  }

  /** Runs the schedule of a seed. */
  public Outcome run(long seed) {
    return run(Plan.of(seed));
  }

  /** Runs a plan. */
  public Outcome run(Plan plan) {
    long begun = System.nanoTime();
    Instant since = databaseClock();
    town.toDuty();
    Promises promises = new Promises();
    Random random = new Random(plan.seed());
    Play play = new Play(town, promises, "s" + plan.seed() + "-" + since.getEpochSecond(), random);
    List<Violation> found = new ArrayList<>();
    try (Injector injector = new Injector(town, planting)) {
      CompletableFuture<Void> working =
          CompletableFuture.runAsync(play::run, work -> Thread.ofPlatform().start(work));
      injector.run(plan);
      if (injector.lostDisk()) {
        new Recovery(town).afterDiskLoss();
      }
      Pause.REAL.waits(Duration.ofMillis(300));
      join(working, found);
      town.failPoints().awaitStarts(A_START_TAKES);
      List<Fault.AtPoint> fired = town.failPoints().takeFired();
      injector.heal();
      Checker checker = new Checker(town, ear, planting);
      calmDown(play, checker, found);
      if (injector.lostDisk()) {
        ear.afresh();
      }
      found.addAll(checker.check(promises, since, injector.lostDisk()));
      return new Outcome(
          plan,
          fired,
          injector.done(),
          injector.notPossible(),
          List.copyOf(found),
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** What does not get quiet is looked at all the same: that says why. */
  private void calmDown(Play play, Checker checker, List<Violation> found) {
    try {
      settles();
      town.passes(A_PAGE_RUNS_OUT);
      settles();
      found.addAll(checker.overdue());
      play.sweep();
      settles();
    } catch (Unreachable notQuiet) {
      found.add(new Violation("quiet", String.valueOf(notQuiet.getMessage())));
    }
  }

  private static void join(CompletableFuture<Void> working, List<Violation> found) {
    try {
      working.join();
    } catch (CompletionException e) {
      found.add(new Violation("at the door", "the play broke off: " + e.getCause()));
    }
  }

  private void settles() {
    try (Quiet quiet = town.stack().quiet(quietWithin, BREATH, groups)) {
      quiet.await(quietWithin);
      groups = quiet.groups();
    }
  }

  private Instant databaseClock() {
    try {
      List<List<String>> now =
          town.databases()
              .rows(
                  "incident",
                  "select to_char(clock_timestamp() at time zone 'UTC',"
                      + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
      return Instant.parse(now.getFirst().getFirst());
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  @Override
  public void close() {
    ear.close();
  }
}
