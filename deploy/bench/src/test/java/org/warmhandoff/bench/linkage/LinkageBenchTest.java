package org.warmhandoff.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.warmhandoff.bench.measure.Bar;

/** The whole of {@code ./handoff bench linkage}, in small. */
class LinkageBenchTest {

  private static final int PEOPLE = 8_000;
  private static final int INCIDENTS = 7_000;

  @Test
  void fewLinksAreWrongInAnyTown() {
    for (long seed = 1; seed <= 5; seed++) {
      Outcome outcome = Trial.of(PEOPLE, INCIDENTS, seed);
      assertThat(outcome.bars())
          .as(seed + ": " + String.join("\n", outcome.lines()))
          .allMatch(Bar::reached);
      assertThat(outcome.mentions()).isGreaterThan(INCIDENTS);
    }
  }

  @Test
  void theSameSeedIsTheSameTown() {
    assertThat(Trial.of(1_000, 1_000, 7).lines()).isEqualTo(Trial.of(1_000, 1_000, 7).lines());
  }
}
