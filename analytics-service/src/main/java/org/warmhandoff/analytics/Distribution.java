package org.warmhandoff.analytics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often each duration occurred. Kept as a histogram over whole seconds, so that parts can be
 * added up and the percentile of a sum is exact.
 */
public final class Distribution {

  private final NavigableMap<Long, Long> occurrences = new TreeMap<>();
  private long size;

  /** Counts a duration of so many seconds, so many times. */
  public void add(long seconds, long times) {
    occurrences.merge(seconds, times, Long::sum);
    size += times;
  }

  void addAll(Distribution other) {
    other.occurrences.forEach(this::add);
  }

  long size() {
    return size;
  }

  /**
   * The smallest duration, in seconds, that at least this share of all durations do not exceed
   * (nearest rank).
   *
   * @param percent above 0, at most 100
   * @throws IllegalStateException where nothing was counted
   */
  long percentile(int percent) {
    long rank = (size * percent + 99) / 100;
    long passed = 0;
    for (Map.Entry<Long, Long> occurrence : occurrences.entrySet()) {
      passed += occurrence.getValue();
      if (passed >= rank) {
        return occurrence.getKey();
      }
    }
    throw new IllegalStateException("a percentile of nothing");
  }
}
