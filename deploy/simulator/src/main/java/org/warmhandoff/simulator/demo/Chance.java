package org.warmhandoff.simulator.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that is the same in every run with the same seed. Each incident has its own, so that what
 * happens at one does not depend on the order in which others were played.
 */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed, long row) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + row);
  }

  /** True in this share of cases. */
  boolean in(double share) {
    return random.nextDouble() < share;
  }

  /** Whole minutes, both ends included. */
  Duration minutes(int from, int to) {
    return Duration.ofMinutes(random.nextInt(from, to + 1));
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
