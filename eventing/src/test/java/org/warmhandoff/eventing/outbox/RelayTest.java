package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionRequiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RelayTest {

  @Inject TellSample tellSample;
  @Inject Outbox outbox;

  @Test
  void whatIsToldIsPublishedInOrder() {
    UUID aggregate = UUID.randomUUID();
    for (int i = 0; i < 20; i++) {
      tellSample.tell(aggregate);
    }
    Records.await(
        Topics.INCIDENT,
        Duration.ofSeconds(20),
        found ->
            aggregate.toString().equals(found.key())
                && found.header("ce_aggregateversion").equals("20"));
    List<String> versions =
        Records.read(Topics.INCIDENT).stream()
            .filter(found -> aggregate.toString().equals(found.key()))
            .map(found -> found.header("ce_aggregateversion"))
            .distinct()
            .toList();
    assertThat(versions).hasSize(20).first().isEqualTo("1");
  }

  @Test
  void nothingIsToldOutsideATransaction() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                outbox.tell(
                    Subject.of(id, 1, "windsor", "CA-ON", Mode.LIVE),
                    new OfficersCleared(id, id, Instant.EPOCH)))
        .hasRootCauseInstanceOf(TransactionRequiredException.class);
  }
}
