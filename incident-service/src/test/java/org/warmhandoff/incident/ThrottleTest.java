package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final Throttle throttle = new Throttle();

  @Test
  void whoIsNotKnownIsNotHeldBack() {
    assertThat(throttle.take("windsor")).isEmpty();
  }

  @Test
  void aBurstOfASecondPassesThenOneAtATime() {
    throttle.allow("windsor", 2);
    long start = System.nanoTime();
    assertThat(throttle.take("windsor", start)).isEmpty();
    assertThat(throttle.take("windsor", start)).isEmpty();
    assertThat(throttle.take("windsor", start))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(501)));
    assertThat(throttle.take("windsor", start + 600_000_000L)).isEmpty();
    assertThat(throttle.take("windsor", start + 600_000_000L)).isPresent();
  }

  @Test
  void oneDoesNotSilenceAnother() {
    throttle.allow("windsor", 1);
    throttle.allow("cleveland", 1);
    long start = System.nanoTime();
    assertThat(throttle.take("windsor", start)).isEmpty();
    assertThat(throttle.take("windsor", start)).isPresent();
    assertThat(throttle.take("cleveland", start)).isEmpty();
  }
}
