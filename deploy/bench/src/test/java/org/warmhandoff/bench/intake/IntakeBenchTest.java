package org.warmhandoff.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.warmhandoff.bench.intake.IntakeBench.Phase;

/** All phases for a second each: not how fast anybody is, but that all write the same. */
class IntakeBenchTest {

  @Test
  void everybodyWritesTheSameRowsAndNothingIsLost() throws Exception {
    Effort effort = new Effort(1, 1, 1, 8);
    IntakeBench.Result result =
        new IntakeBench(effort, EnumSet.allOf(Phase.class), 2, 1.5, 64, List.of()).run();
    SoftAssertions softly = new SoftAssertions();
    result
        .rounds()
        .forEach(
            (reports, rounds) -> {
              Turns.Round round = rounds.getFirst();
              softly.assertThat(round.differences()).as("rows, %s", reports).isEmpty();
              softly.assertThat(round.ours()).as("posts, %s", reports).isPositive();
              softly.assertThat(round.twin()).as("the twin's, %s", reports).isPositive();
            });
    softly.assertThat(result.rounds()).hasSize(2);
    softly.assertThat(result.lines()).allSatisfy(line -> assertThat(line.others()).isZero());
    softly.assertThat(result.overload()).isPresent();
    softly.assertThat(result.stored().lost(result.ledger().accepted())).as("lost").isZero();
    softly
        .assertThat(result.stored().storedThoughRefused(result.ledger().refused()))
        .as("stored though refused")
        .isZero();
    softly.assertAll();
  }
}
