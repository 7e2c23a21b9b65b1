package org.warmhandoff.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.DecisionsInMemory;

/** What is measured is what routing is asked: hardly a run of programs for nobody. */
class DecisionsTest {

  private final DecisionsInMemory decisions = new DecisionsInMemory(SixPrograms.all(), 500, 7);

  @Test
  void theSixProgramsDecideOverTheWholeRoster() {
    assertThat(SixPrograms.all()).hasSize(6);
    assertThat(decisions.mixture()).contains("not domestic", "scene safe", "a worker is a party");
  }

  @Test
  void theSameSeedIsTheSameDecision() {
    DecisionsInMemory again = new DecisionsInMemory(SixPrograms.all(), 500, 7);
    for (int i = 0; i < decisions.size(); i++) {
      assertThat(again.decide(i)).isEqualTo(decisions.decide(i));
    }
    assertThat(again.mixture()).isEqualTo(decisions.mixture());
  }
}
