package org.warmhandoff.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void a_victim_helped_twice_counts_once_with_the_furthest_outcome() {
    Tally tally = new Tally();
    UUID incident = UUID.randomUUID();
    tally.concluded(incident, "unreachable");
    tally.concluded(incident, "referred");
    tally.concluded(incident, "declined");
    tally.concluded(UUID.randomUUID(), "unreachable");

    assertThat(tally.engaged()).isEqualTo(1);
    assertThat(tally.withOutcome("referred")).isEqualTo(1);
    assertThat(tally.withOutcome("declined")).isZero();
  }
}
