package org.warmhandoff.bench.posting;

import java.util.Arrays;
import java.util.Random;

/** When posts come that wait for nobody: at seeded moments, as independent callers would. */
public final class Timetable {

  private Timetable() {}

  /**
   * Moments in nanoseconds from the start, ascending.
   *
   * @param rate posts a second, on average
   */
  public static long[] of(double rate, int seconds, long seed) {
    Random random = new Random(seed);
    double end = seconds * 1e9;
    long[] moments = new long[(int) (rate * seconds * 1.2) + 64];
    int count = 0;
    double at = gap(random, rate);
    while (at < end) {
      if (count == moments.length) {
        moments = Arrays.copyOf(moments, count * 2);
      }
      moments[count++] = (long) at;
      at += gap(random, rate);
    }
    return Arrays.copyOf(moments, count);
  }

  private static double gap(Random random, double rate) {
    return -Math.log(1 - random.nextDouble()) / rate * 1e9;
  }
}
