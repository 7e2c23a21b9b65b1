package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.Throttle.Held;

class ThrottleTest {

  private static final List<String> WINDSOR = List.of("windsor");
  private static final List<String> CLEVELAND = List.of("cleveland");
  private static final List<String> KEY = List.of(Throttle.ofKey("line"), "windsor");

  private final Throttle throttle = new Throttle();

  private Optional<String> held(List<String> limits, int posts, long nanos) {
    return throttle.take(limits, posts, nanos).map(Held::limit);
  }

  @Test
  void whoIsNotKnownIsNotHeldBack() {
    assertThat(throttle.take(WINDSOR, 1)).isEmpty();
    assertThat(throttle.most(WINDSOR)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aBurstOfASecondPassesThenOneAtATime() {
    throttle.allow("windsor", 2);
    long start = System.nanoTime();
    assertThat(throttle.take(WINDSOR, 1, start)).isEmpty();
    assertThat(throttle.take(WINDSOR, 1, start)).isEmpty();
    assertThat(throttle.take(WINDSOR, 1, start))
        .hasValueSatisfying(
            held -> assertThat(held.until()).isBetween(Duration.ZERO, Duration.ofMillis(501)));
    assertThat(throttle.take(WINDSOR, 1, start + 600_000_000L)).isEmpty();
    assertThat(throttle.take(WINDSOR, 1, start + 600_000_000L)).isPresent();
  }

  @Test
  void oneDoesNotSilenceAnother() {
    throttle.allow("windsor", 1);
    throttle.allow("cleveland", 1);
    long start = System.nanoTime();
    assertThat(throttle.take(WINDSOR, 1, start)).isEmpty();
    assertThat(throttle.take(WINDSOR, 1, start)).isPresent();
    assertThat(throttle.take(CLEVELAND, 1, start)).isEmpty();
  }

  @Test
  void whatOneLimitRefusesCountsAtNoOther() {
    throttle.allow(Throttle.ofKey("line"), 2);
    throttle.allow("windsor", 1);
    long start = System.nanoTime();
    assertThat(held(KEY, 1, start)).isEmpty();
    assertThat(held(KEY, 1, start)).contains("windsor");
    assertThat(held(KEY, 1, start)).contains("windsor");
    assertThat(held(List.of(Throttle.ofKey("line")), 1, start)).isEmpty();
    assertThat(held(List.of(Throttle.ofKey("line")), 1, start)).contains("key:line");
  }

  @Test
  void manyAreTakenAtOnceOrNotAtAllAndTheWaitIsTrue() {
    throttle.allow("windsor", 10);
    long start = System.nanoTime();
    assertThat(throttle.most(KEY)).isEqualTo(10);
    assertThat(throttle.take(WINDSOR, 4, start)).isEmpty();
    Held held = throttle.take(WINDSOR, 8, start).orElseThrow();
    long then = start + held.until().toNanos();
    assertThat(throttle.take(WINDSOR, 8, then - 1_000_000L)).isPresent();
    assertThat(throttle.take(WINDSOR, 8, then + 1_000L)).isEmpty();
  }

  @Test
  void aReplacedKeyFindsWhatTheOldOneLeft() {
    throttle.allow(Throttle.ofKey("line"), 1);
    long start = System.nanoTime();
    assertThat(throttle.take(KEY, 1, start)).isEmpty();
    throttle.allow(Throttle.ofKey("line"), 1);
    assertThat(held(KEY, 1, start)).contains("key:line");
  }
}
