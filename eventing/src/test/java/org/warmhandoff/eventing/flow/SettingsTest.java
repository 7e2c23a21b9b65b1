package org.warmhandoff.eventing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.testbed.WithStack;

/** Reads the settings that safety hangs on back from the clients as they run. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class SettingsTest {

  @Inject KafkaClientService clients;
  @Inject AgroalDataSource database;

  @Test
  void consumersSkipNothingAndAreNotImpatient() throws ReflectiveOperationException {
    assertThat(clients.getConsumerChannels()).isNotEmpty();
    for (String channel : clients.getConsumerChannels()) {
      Map<String, ?> settings = clients.getConsumer(channel).configuration();
      assertThat(String.valueOf(settings.get("group.id"))).startsWith("incident-service.");
      Map<String, String> wanted =
          Map.ofEntries(
              Map.entry("auto.offset.reset", "earliest"),
              Map.entry("enable.auto.commit", "false"),
              Map.entry("isolation.level", "read_committed"),
              Map.entry("max.poll.records", "500"),
              Map.entry("max.poll.interval.ms", "300000"),
              Map.entry("session.timeout.ms", "10000"),
              Map.entry("fetch.min.bytes", "1"),
              Map.entry("allow.auto.create.topics", "false"),
              Map.entry("security.protocol", "SASL_PLAINTEXT"),
              Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
              Map.entry(
                  "partition.assignment.strategy",
                  "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"));
      wanted.forEach(
          (name, value) ->
              assertThat(String.valueOf(settings.get(name))).as(name).isEqualTo(value));
      // And what the client made of it.
      Object running = running(clients.<String, byte[]>getConsumer(channel).unwrap());
      assertThat(field(field(running, "coordinator"), "autoCommitEnabled")).isEqualTo(false);
      assertThat(String.valueOf(field(running, "isolationLevel"))).isEqualTo("read_committed");
    }
  }

  @Test
  void aConsumerThatCannotGoOnEndsTheProcess() {
    Config config = ConfigProvider.getConfig();
    String connector = "mp.messaging.connector.smallrye-kafka.";
    assertThat(config.getValue(connector + "failure-strategy", String.class))
        .isEqualTo("end-the-process");
    assertThat(config.getValue(connector + "commit-strategy", String.class))
        .isEqualTo("until-held");
    assertThat(config.getValue(connector + "batch", String.class)).isEqualTo("true");
  }

  @Test
  void theDatabaseIsUsedAsTheApplicationWithFewConnections() {
    var pool = database.getConfiguration().connectionPoolConfiguration();
    assertThat(pool.maxSize()).isEqualTo(12);
    assertThat(pool.acquisitionTimeout()).hasSeconds(5);
    assertThat(pool.connectionFactoryConfiguration().principal().getName())
        .isEqualTo("incident_app");
  }

  @Test
  void aLockIsNotWaitedForAsLongAsATransactionMayTake() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show lock_timeout")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("15s");
    }
    assertThat(
            ConfigProvider.getConfig()
                .getValue("quarkus.transaction-manager.default-transaction-timeout", String.class))
        .isEqualTo("60S");
  }

  private static Object running(Consumer<?, ?> consumer) throws ReflectiveOperationException {
    return field(consumer, "delegate");
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
