package org.warmhandoff.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {

  @Test
  void aFloorIsReachedFromAbove() {
    assertThat(Bar.atLeast("speed", 2.5, 2)).hasToString("BAR speed 2.50 >=2 ok");
    assertThat(Bar.atLeast("speed", 1.99, 2)).hasToString("BAR speed 1.99 >=2 short");
  }

  @Test
  void aCeilingIsReachedFromBelow() {
    assertThat(Bar.atMost("lost", 0, 0)).hasToString("BAR lost 0 <=0 ok");
    assertThat(Bar.atMost("lost", 1, 0)).hasToString("BAR lost 1 <=0 short");
  }

  @Test
  void whatCouldNotBeMeasuredFallsShort() {
    assertThat(Bar.atLeast("speed", Double.NaN, 2).reached()).isFalse();
    assertThat(Bar.atMost("wait", Double.NaN, 2).reached()).isFalse();
  }
}
