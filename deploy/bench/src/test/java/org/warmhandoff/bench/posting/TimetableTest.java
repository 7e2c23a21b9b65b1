package org.warmhandoff.bench.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimetableTest {

  @Test
  void asManyComeAsWereAskedForInOrderAndWithinTheTime() {
    long[] moments = Timetable.of(5_000, 4, 7);
    assertThat((double) moments.length).isCloseTo(20_000, within(600.0));
    assertThat(moments).isSorted();
    assertThat(moments[0]).isPositive();
    assertThat(moments[moments.length - 1]).isLessThan(4_000_000_000L);
  }

  @Test
  void oneSeedGivesOneTimetable() {
    assertThat(Timetable.of(100, 1, 7)).isEqualTo(Timetable.of(100, 1, 7));
  }
}
