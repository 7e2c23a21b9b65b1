package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AssignmentEvent.PageExpired;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.Ledger;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Stack;
import org.warmhandoff.testbed.WithStack;

/** Troubles of the database, during which nothing may be lost, doubled or set aside. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class FaultsTest {

  @Inject Inbox inbox;
  @Inject Ledger ledger;
  @Inject DataSource database;
  @Inject KafkaClientService clients;

  private final Sql sql = Sql.database("incident");
  private final Sql superuser = Sql.superuser("incident");

  @Test
  void aLostConnectionIsRetriedInPlace() {
    Faulty handler =
        new Faulty("lost-connection", 3) {
          @Override
          void fail(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
              row.next();
              superuser.rows("select pg_terminate_backend(?)", row.getInt(1));
            }
            statement.execute("select 1");
          }
        };
    takeAndCheck(handler);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "53300", "57P01"})
  void passingTroublesAreWaitedFor(String state) {
    Faulty handler =
        new Faulty("trouble-" + state, 4) {
          @Override
          void fail(Statement statement) throws SQLException {
            statement.execute(
                "do $$ begin raise exception using errcode = '" + state + "'; end $$");
          }
        };
    takeAndCheck(handler);
  }

  @Test
  void aDatabaseThatCrashesIsWaitedFor() {
    Faulty handler =
        new Faulty("crash", 1) {
          @Override
          void fail(Statement statement) throws SQLException {
            Stack.start().crashDatabase();
            statement.execute("select 1");
          }
        };
    takeAndCheck(handler);
  }

  @Test
  void aFailureThatDoesNotRepeatIsNotPoison() {
    Faulty handler =
        new Faulty("once-wrong", 1) {
          @Override
          void fail(Statement statement) {
            throw new IllegalStateException("a race nobody thought of");
          }
        };
    takeAndCheck(handler);
  }

  @Test
  void theConsumerTakesFromItsTopicAndCommitsAtOnce() {
    UUID incident = UUID.randomUUID();
    ConsumerRecord<String, byte[]> record =
        new Facts(incident)
            .on(
                Topics.ASSIGNMENT,
                1,
                new PageExpired(incident, incident, "hiatus-onscene", Facts.TIME));
    Facts.send(Access.NOTIFICATION_SERVICE, record);
    Eventually.until(
        () -> sql.count("select count(*) from ledger where subject = ?", incident) == 1);
    Records.Found found =
        Records.read(Topics.ASSIGNMENT).stream()
            .filter(f -> incident.toString().equals(f.key()))
            .findFirst()
            .orElseThrow();
    TopicPartition partition = new TopicPartition(found.topic(), found.partition());
    Eventually.until(
        () -> {
          Map<TopicPartition, OffsetAndMetadata> committed =
              clients.getConsumer("assignments").committed(partition).await().indefinitely();
          OffsetAndMetadata at = committed.get(partition);
          return at != null && at.offset() > found.offset();
        });
  }

  private void takeAndCheck(Faulty handler) {
    List<Facts> aggregates = Stream.generate(Facts::new).limit(10).toList();
    inbox.take(
        handler, Facts.batch(aggregates.stream().map(aggregate -> aggregate.version(1)).toList()));
    assertThat(handler.left).hasValueLessThanOrEqualTo(0);
    assertThat(sql.count("select count(*) from ledger where consumer = ?", handler.consumer()))
        .isEqualTo(10);
    assertThat(sql.count("select count(*) from quarantine where consumer = ?", handler.consumer()))
        .isZero();
  }

  /** Fails at the sixth of ten facts, a few times. */
  private abstract class Faulty implements Handler {
    private final String consumer;
    private final AtomicInteger left;
    private final AtomicInteger seen = new AtomicInteger();

    Faulty(String consumer, int times) {
      this.consumer = consumer;
      this.left = new AtomicInteger(times);
    }

    abstract void fail(Statement statement) throws SQLException;

    @Override
    public String consumer() {
      return consumer;
    }

    @Override
    public Handled handle(Fact<?> fact) {
      ledger.write(consumer, fact);
      if (seen.incrementAndGet() >= 6 && left.getAndDecrement() > 0) {
        seen.set(0);
        try (Connection connection = database.getConnection();
            Statement statement = connection.createStatement()) {
          fail(statement);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
      return Handled.done();
    }
  }
}
