package org.warmhandoff.bench.routing;

import java.util.Arrays;
import java.util.Locale;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.measure.Cpu;
import org.warmhandoff.notification.DecisionsInMemory;

/**
 * The decision alone, on one thread: a fixed count after a warm-up, the median of several turns, by
 * the processor time of the whole process.
 */
final class Decisions {

  /** Workers of the roster. */
  static final int ROSTER = 500;

  private static final double GOAL = 20_000;
  private static final long SEED = 20_260_101;

  private final DecisionsInMemory decisions =
      new DecisionsInMemory(SixPrograms.all(), ROSTER, SEED);

  /** Whatever was decided goes in here, so that nothing of it can be left out. */
  private long sink;

  /**
   * Decisions a second of one core.
   *
   * @param count of one turn
   */
  double perSecond(int turns, int count) {
    say("decisions: %s", decisions.mixture());
    for (int i = 0; i < turns; i++) {
      turn(count);
    }
    double[] all = new double[turns];
    for (int i = 0; i < turns; i++) {
      all[i] = turn(count);
      say("decisions, turn %d: %,.0f in a second of processor time", i + 1, all[i]);
    }
    Arrays.sort(all);
    say("decisions: checksum %d", sink);
    return all[turns / 2];
  }

  /** The goal. */
  static Bar bar(double perSecond) {
    return Bar.atLeast("routing-decisions-per-second", perSecond, GOAL);
  }

  private double turn(int count) {
    double begun = processorSeconds();
    for (int i = 0; i < count; i++) {
      sink += decisions.decide(i % decisions.size());
    }
    return count / (processorSeconds() - begun);
  }

  /** Of the whole process: what the collector and the compilers take is part of the price. */
  private static double processorSeconds() {
    return Cpu.of(ProcessHandle.current().pid())
        .orElseThrow(() -> new IllegalStateException("this process has no processor time"));
  }

  private static void say(String what, Object... values) {
    System.out.println("… " + String.format(Locale.ROOT, what, values));
  }
}
