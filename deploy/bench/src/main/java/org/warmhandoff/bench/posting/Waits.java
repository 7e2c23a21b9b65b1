package org.warmhandoff.bench.posting;

import java.util.Arrays;
import org.warmhandoff.bench.measure.Percentiles;

/** Times in nanoseconds, as they are measured. One thread writes them. */
public final class Waits {

  private static final double MILLISECOND = 1e6;

  private long[] all = new long[1 << 14];
  private int count;

  void add(long nanos) {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    all[count++] = nanos;
  }

  /** The percentile in milliseconds; no number where nothing was measured. */
  public double at(double percent) {
    return count == 0
        ? Double.NaN
        : Percentiles.of(Arrays.copyOf(all, count)).at(percent) / MILLISECOND;
  }
}
