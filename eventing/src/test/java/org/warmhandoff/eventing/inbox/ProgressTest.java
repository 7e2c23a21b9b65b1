package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final TopicPartition ONE = new TopicPartition("facts", 1);
  private static final TopicPartition TWO = new TopicPartition("facts", 2);

  private final Progress progress = new Progress();

  @BeforeEach
  void own() {
    progress.assigned(List.of(ONE, TWO));
  }

  @Test
  void whatTheBrokerDoesNotHoldIsCommittedAgain() {
    progress.done(ONE, 5);
    assertThat(progress.toCommit()).isEqualTo(Map.of(ONE, 5L));
    assertThat(progress.toCommit()).as("that commit failed").isEqualTo(Map.of(ONE, 5L));
    progress.held(Map.of(ONE, 5L));
    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void whatIsDoneWhileACommitIsOnItsWayIsCommittedAfterIt() {
    progress.done(ONE, 5);
    progress.done(TWO, 1);
    progress.done(ONE, 7);
    progress.held(Map.of(ONE, 5L, TWO, 1L));
    assertThat(progress.toCommit()).isEqualTo(Map.of(ONE, 7L));
  }

  @Test
  void neitherOlderWorkNorAnOlderAnswerGoesBack() {
    progress.done(ONE, 7);
    progress.held(Map.of(ONE, 7L));
    progress.done(ONE, 5);
    progress.held(Map.of(ONE, 3L));
    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void nothingIsCommittedForAPartitionThatWasTakenAway() {
    progress.done(ONE, 5);
    progress.revoked(List.of(ONE));
    progress.done(ONE, 6);
    progress.held(Map.of(ONE, 6L));
    assertThat(progress.toCommit()).isEmpty();
  }

  @Test
  void aPartitionThatComesBackAndIsReadAgainIsCommittedAgain() {
    progress.done(ONE, 5);
    progress.held(Map.of(ONE, 5L));
    progress.revoked(List.of(ONE));
    progress.assigned(List.of(ONE));
    progress.done(ONE, 3);
    assertThat(progress.toCommit()).isEqualTo(Map.of(ONE, 3L));
  }
}
