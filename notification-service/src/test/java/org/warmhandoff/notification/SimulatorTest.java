package org.warmhandoff.notification;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A week of made-up incidents, answers and clock jumps against the pure core; after each step what
 * must never happen is looked for. A seed that ever failed is kept in {@link #seeds}.
 */
class SimulatorTest {

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, 100).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingThatMustNeverHappenHappens(long seed) {
    new Week(seed).run();
  }
}
