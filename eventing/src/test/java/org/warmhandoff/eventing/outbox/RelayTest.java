package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionRequiredException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RelayTest {

  @Inject TellSample tellSample;
  @Inject Outbox outbox;
  @Inject RelaySettings settings;

  private final Sql owner = Sql.database("incident");
  private final Sql app = Sql.as("incident", "incident_app");
  private final Sql superuser = Sql.superuser("incident");

  @Test
  void whatIsToldIsPublishedOnceAndInOrder() {
    UUID aggregate = UUID.randomUUID();
    for (int i = 0; i < 20; i++) {
      tellSample.tell(aggregate);
    }
    Told.await(aggregate, 20);
    assertThat(Told.published(aggregate)).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
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

  @Test
  void whatWasToldStaysTold() {
    tellSample.tell(UUID.randomUUID());
    for (String change :
        List.of("update outbox set topic = 'x'", "delete from outbox", "truncate outbox")) {
      assertThatThrownBy(() -> app.run(change)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> app.run("delete from outbox_cursor"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void twoEventsCannotMakeTheSameVersion() throws SQLException {
    UUID aggregate = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      Told.insert(connection, aggregate, 1);
      assertThatThrownBy(() -> Told.insert(connection, aggregate, 1))
          .hasMessageContaining("unique");
    }
  }

  @Test
  void aLaterCommitWithAnEarlierNumberIsNotLost() throws SQLException {
    UUID early = UUID.randomUUID();
    UUID late = UUID.randomUUID();
    try (Connection slow = app.connection();
        Connection quick = app.connection()) {
      slow.setAutoCommit(false);
      Told.insert(slow, early, 1);
      Told.insert(quick, late, 1);
      Told.await(late, 1);
      assertThat(Told.published(early)).isEmpty();
      slow.commit();
      Told.await(early, 1);
    }
  }

  @Test
  void aLongTransactionBesideHoldsNothingUp() throws SQLException {
    try (Connection lingering = app.connection();
        Statement statement = lingering.createStatement()) {
      lingering.setAutoCommit(false);
      statement.execute("select pg_current_xact_id()");
      UUID first = UUID.randomUUID();
      tellSample.tell(first);
      Told.await(first, 1);
      UUID second = UUID.randomUUID();
      tellSample.tell(second);
      Told.await(second, 1);
      UUID own = UUID.randomUUID();
      Told.insert(lingering, own, 1);
      lingering.commit();
      Told.await(own, 1);
      assertThat(Told.published(first))
          .as("read again and again, but sent once")
          .containsExactly(1L);
    }
  }

  @Test
  void aRolledBackFactWasNeverTold() throws SQLException {
    UUID never = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      connection.setAutoCommit(false);
      Told.insert(connection, never, 1);
      connection.rollback();
    }
    UUID after = UUID.randomUUID();
    tellSample.tell(after);
    Told.await(after, 1);
    assertThat(Told.published(never)).isEmpty();
  }

  @Test
  void aLeaderOfThePastMovesNothing() throws SQLException {
    try (RelayDatabase usurper = settings.connect()) {
      // The lock is not asked for: this is what a replica does that wrongly believes to hold it.
      Cursor taken = usurper.takeOver();
      UUID aggregate = UUID.randomUUID();
      tellSample.tell(aggregate);
      Told.await(aggregate, 1);
      Eventually.until(() -> owner.count("select epoch from outbox_cursor") > taken.epoch());
      assertThatThrownBy(() -> usurper.move(taken)).isInstanceOf(RelayDatabase.Deposed.class);
      UUID next = UUID.randomUUID();
      tellSample.tell(next);
      Told.await(next, 1);
    }
  }

  @Test
  void oneLeadsAndTheOthersStandBy() throws SQLException {
    UUID any = UUID.randomUUID();
    tellSample.tell(any);
    Told.await(any, 1);
    try (RelayDatabase other = settings.connect()) {
      assertThat(other.tryToLead()).isFalse();
    }
  }

  @Test
  void aDatabaseWithYoungerTransactionIdsIsRefused() throws SQLException {
    String kept =
        String.valueOf(
            owner.rows("select window_from::text as w from outbox_cursor").getFirst().get("w"));
    try (Connection connection = owner.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "update outbox_cursor set window_from = '900000000000:900000000000:'::pg_snapshot");
      connection.commit();
      try (RelayDatabase database = settings.connect()) {
        assertThatThrownBy(database::takeOver)
            .isInstanceOf(RelayDatabase.Refused.class)
            .hasMessageContaining("restored");
      } finally {
        statement.execute(
            "update outbox_cursor set window_from = '" + kept + "'::pg_snapshot, last_seq = 0");
        connection.commit();
      }
    }
    UUID after = UUID.randomUUID();
    tellSample.tell(after);
    Told.await(after, 1);
  }
}
