package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AssignmentEvent.PageExpired;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class ConsumerLagTest {

  @Inject ConsumerLag lag;

  private final Sql owner = Sql.database("incident");

  @Test
  void aConsumerThatIsStuckIsKnownToBeBehind() throws SQLException {
    Eventually.until(() -> behind() == 0);
    try (Connection holder = owner.connection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("lock table aggregate_progress in access exclusive mode");
      send();
      Eventually.until(() -> behind() == 1);
      send();
      send();
      Eventually.until(() -> behind() == 3);
      holder.rollback();
    }
    Eventually.until(() -> behind() == 0);
    assertThat(lag.isConnected()).isTrue();
  }

  private long behind() {
    return lag.all().stream()
        .filter(one -> one.group().equals("incident-service.assignments"))
        .mapToLong(ConsumerLag.Lag::records)
        .reduce(Long::sum)
        .orElse(-1);
  }

  private static void send() {
    UUID incident = UUID.randomUUID();
    ConsumerRecord<String, byte[]> record =
        new Facts(incident)
            .on(
                Topics.ASSIGNMENT,
                1,
                new PageExpired(incident, incident, "hiatus-onscene", Facts.TIME));
    Facts.send(Access.NOTIFICATION_SERVICE, record);
  }
}
