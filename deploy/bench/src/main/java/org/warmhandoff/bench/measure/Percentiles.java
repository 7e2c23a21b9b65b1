package org.warmhandoff.bench.measure;

import java.util.Arrays;

/** Percentiles by nearest rank: always a value that was measured. */
public final class Percentiles {

  private final long[] sorted;

  private Percentiles(long[] sorted) {
    this.sorted = sorted;
  }

  /** Sorts a copy. */
  public static Percentiles of(long[] values) {
    long[] copy = values.clone();
    Arrays.sort(copy);
    return new Percentiles(copy);
  }

  /**
   * The smallest value that this share of all does not exceed.
   *
   * @param percent from 0, which is the least of all, to 100
   */
  public long at(double percent) {
    if (sorted.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(1, rank) - 1];
  }
}
