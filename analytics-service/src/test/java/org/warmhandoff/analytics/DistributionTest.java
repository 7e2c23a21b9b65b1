package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  @Test
  void nearestRankOfTheTextbook() {
    Distribution scores = new Distribution();
    for (long score : new long[] {15, 20, 35, 40, 50}) {
      scores.add(score, 1);
    }
    assertEquals(20, scores.percentile(30));
    assertEquals(20, scores.percentile(40));
    assertEquals(35, scores.percentile(50));
    assertEquals(50, scores.percentile(100));
  }

  @Test
  void nothingHasNoMedian() {
    assertThrows(IllegalStateException.class, () -> new Distribution().percentile(50));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void partsAddUpToWhatTheSortedListSays(long seed) {
    Random random = new Random(seed);
    long[] all = random.longs(500, 0, 90).toArray();
    Distribution one = new Distribution();
    Distribution other = new Distribution();
    for (long value : all) {
      (random.nextBoolean() ? one : other).add(value, 1);
    }
    one.addAll(other);
    Arrays.sort(all);
    for (int percent : new int[] {1, 50, 90, 99, 100}) {
      assertEquals(all[(int) Math.ceil(percent * 500 / 100.0) - 1], one.percentile(percent));
    }
  }
}
