package org.warmhandoff.faults.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.warmhandoff.faults.plan.Fault.Kind;
import org.warmhandoff.faults.plan.Fault.Server;
import org.warmhandoff.faults.point.FailPoint.Action;
import org.warmhandoff.faults.proxy.Proxy.Direction;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.simulator.stack.Services;

/**
 * What happens in one schedule, and when; the same seed gives the same plan. Consecutive seeds deal
 * the points of a shuffled deck in turn, so that each comes up equally often in a long run.
 *
 * @param steps by their time from the begin
 */
public record Plan(long seed, List<Step> steps) {

  private static final int POINTS = 7;
  private static final int HARDEST_EVERY = 25;
  private static final long BEGIN_MILLIS = 150;
  private static final long EARLY_MILLIS = 500;
  private static final long END_MILLIS = 3_500;

  /** A fault at its time. */
  public record Step(Duration at, Fault fault) {}

  public Plan {
    steps = List.copyOf(steps);
  }

  /** The plan of a seed. */
  public static Plan of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<Step> steps = new ArrayList<>();
    Point[] deck = Point.values();
    boolean thrown = false;
    for (int i = 0; i < POINTS; i++) {
      // 16 is prime to the number of points: neighbours in the deck are far apart in the walk.
      Point point = deck[Math.floorMod((seed * POINTS + i) * 16, deck.length)];
      Action action = action(random, point, thrown);
      thrown |= action == Action.THROW;
      String program = program(random, point, seed + i);
      int passes = 1 + random.nextInt(2);
      steps.add(
          new Step(
              Duration.ZERO,
              new Fault.AtPoint(
                  point,
                  program,
                  action,
                  point.isAtTheStart() ? 1 : passes,
                  Duration.ofMillis(200 + random.nextInt(1_000)))));
      if (point.isAtTheStart()) {
        // By the seed and not by the dice: what follows falls as it would without.
        long early = BEGIN_MILLIS + Math.floorMod(seed * 97, EARLY_MILLIS);
        steps.add(new Step(Duration.ofMillis(early), new Fault.Kill(program)));
      }
    }
    int more = 1 + random.nextInt(2);
    for (int i = 0; i < more; i++) {
      steps.add(new Step(time(random), outside(random)));
    }
    if (Math.floorMod(seed, HARDEST_EVERY) == 0) {
      steps.add(new Step(time(random), new Fault.LoseBrokerDisk()));
    }
    steps.sort(Comparator.comparing(Step::at));
    return new Plan(seed, steps);
  }

  /** Whether it arms this point. */
  public boolean arms(Point wanted) {
    return steps.stream()
        .anyMatch(step -> step.fault() instanceof Fault.AtPoint at && at.point() == wanted);
  }

  /** Where the dice name a program that never comes by, the seed names one that does. */
  private static String program(Random random, Point point, long other) {
    List<String> all = point.programs();
    String program = all.get(random.nextInt(all.size()));
    List<String> fit = all.stream().filter(point::standsIn).toList();
    return fit.contains(program) ? program : fit.get(Math.floorMod(other, fit.size()));
  }

  /** One thrown error a plan: the same record failing twice is set aside, as it should be. */
  private static Action action(Random random, Point point, boolean thrown) {
    int dice = random.nextInt(100);
    Action action;
    if (dice < 22) {
      action = Action.HALT;
    } else if (dice < 55) {
      action = Action.BREAK;
    } else if (dice < 65 && !thrown) {
      action = Action.THROW;
    } else {
      action = Action.PAUSE;
    }
    return point.takes(action) ? action : Action.PAUSE;
  }

  private static Duration time(Random random) {
    return Duration.ofMillis(BEGIN_MILLIS + random.nextLong(END_MILLIS - BEGIN_MILLIS));
  }

  private static Fault outside(Random random) {
    String service = Services.PROGRAMS.get(random.nextInt(Services.PROGRAMS.size()));
    return switch (random.nextInt(16)) {
      case 0 -> new Fault.Kill(service);
      case 1 -> new Fault.Kill("broker");
      case 2 -> new Fault.Kill("database");
      case 3 -> new Fault.Kill(random.nextBoolean() ? "identity" : "frontdoor");
      case 4 -> new Fault.Stop(service, Duration.ofMillis(300 + random.nextInt(3_500)));
      case 5 ->
          new Fault.Stop(
              random.nextBoolean() ? "broker" : "database",
              Duration.ofMillis(300 + random.nextInt(2_000)));
      case 6, 7 -> partition(random, service);
      case 8 -> new Fault.CutDatabase(Services.ROOTS.get(random.nextInt(Services.ROOTS.size())));
      case 9 -> new Fault.ClockJump(Duration.ofMinutes(5 + random.nextInt(600)));
      case 10 -> new Fault.RebalanceStorm(service, 1 + random.nextInt(3));
      case 11 -> new Fault.FillDisk(Duration.ofMillis(500 + random.nextInt(1_500)));
      case 12 ->
          new Fault.SlowDisk(Duration.ofMillis(20 + random.nextInt(150)), Duration.ofMillis(2_000));
      case 13 -> new Fault.Plant(Kind.POISON, 1 + random.nextInt(4));
      case 14 ->
          new Fault.Plant(
              random.nextBoolean() ? Kind.DUPLICATES : Kind.OLD_ONES, 5 + random.nextInt(40));
      default ->
          new Fault.Plant(
              random.nextBoolean() ? Kind.OVERSIZED : Kind.LATER_TYPE, 1 + random.nextInt(3));
    };
  }

  private static Fault partition(Random random, String service) {
    return new Fault.Partition(
        random.nextBoolean() ? Server.BROKER : Server.DATABASE,
        service,
        random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT,
        Duration.ofMillis(500 + random.nextInt(3_000)),
        random.nextBoolean());
  }
}
