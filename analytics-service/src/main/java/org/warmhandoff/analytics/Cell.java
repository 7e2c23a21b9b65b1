package org.warmhandoff.analytics;

import java.util.HashMap;
import java.util.Map;

/**
 * What was counted for one group: disjoint counts by leaf code, and durations by stage code. Exact;
 * never leaves the service but through {@link Suppression}.
 */
public final class Cell {

  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Distribution> durations = new HashMap<>();

  /** Adds to a leaf. */
  public Cell count(String leaf, long howMany) {
    counts.merge(leaf, howMany, Long::sum);
    return this;
  }

  /** Adds durations of a stage, in whole seconds. */
  public Cell duration(String stage, long seconds, long times) {
    durations.computeIfAbsent(stage, s -> new Distribution()).add(seconds, times);
    return this;
  }

  Cell add(Cell other) {
    other.counts.forEach(this::count);
    other.durations.forEach(
        (stage, part) -> durations.computeIfAbsent(stage, s -> new Distribution()).addAll(part));
    return this;
  }

  /** How many there are of a leaf; of a stage, how many durations. */
  long at(String leaf) {
    return counts.getOrDefault(leaf, 0L) + durationsOf(leaf).size();
  }

  Distribution durationsOf(String stage) {
    return durations.getOrDefault(stage, new Distribution());
  }
}
