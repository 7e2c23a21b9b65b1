package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final long MILLISECOND = 1_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Crowd crowd = new Crowd(now::get);

  private int letIn(String source, int asking) {
    int in = 0;
    for (int i = 0; i < asking; i++) {
      in += crowd.enter(source) ? 1 : 0;
    }
    return in;
  }

  @Test
  void aHandfulOfConnectionsIsNeverTurnedAway() {
    assertThat(letIn("windsor", 64)).isEqualTo(64);
  }

  @Test
  void whoFloodsIsTurnedAwayAndLeavesPlacesForOthers() {
    int flood = letIn("windsor", 1_000);
    assertThat(flood).isLessThan(Crowd.LEAST);
    assertThat(letIn("cleveland", 3)).isEqualTo(3);
    for (int i = 0; i < flood / 2; i++) {
      crowd.leave("windsor");
    }
    assertThat(letIn("cleveland", 20)).isEqualTo(20);
    assertThat(crowd.enter("windsor")).as("it has its half and more").isTrue();
    assertThat(letIn("windsor", 100)).as("not more than its half").isLessThan(Crowd.LEAST / 2);
  }

  @Test
  void whoeverLeavesMakesRoom() {
    int in = letIn("windsor", 1_000);
    assertThat(crowd.enter("windsor")).isFalse();
    crowd.leave("windsor");
    assertThat(crowd.enter("windsor")).isTrue();
    for (int i = 0; i < in; i++) {
      crowd.leave("windsor");
    }
    crowd.leave("windsor");
    assertThat(letIn("windsor", 1_000)).as("nobody is counted twice").isEqualTo(in);
  }

  @Test
  void moreAreLetInWhereMoreCanBeStored() {
    int before = letIn("windsor", 1_000);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000);
    assertThat(letIn("windsor", 1_000)).as("5,000 a second, 60 ms").isGreaterThan(150 - before);
  }

  @Test
  void aQuietTimeSaysNothingOfTheRate() {
    letIn("windsor", 10);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000_000);
    assertThat(letIn("windsor", 1_000)).isLessThan(Crowd.LEAST);
  }

  @Test
  void theExpectedWaitDecides() {
    assertThat(Crowd.admits(200, 200, 1, 5_000)).as("40 ms").isTrue();
    assertThat(Crowd.admits(300, 300, 1, 5_000)).as("60 ms").isFalse();
    assertThat(Crowd.admits(280, 1, 2, 5_000)).as("a kept place").isTrue();
    assertThat(Crowd.admits(300, 0, 3, 5_000)).as("no place at all").isFalse();
    assertThat(Crowd.admits(150, 150, 2, 5_000)).as("its share").isFalse();
  }
}
