package org.warmhandoff.eventing.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;

/** Rows in the outbox past the outbox, and records in the topic past the inbox. */
final class Told {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Told() {}

  static void insert(Connection connection, UUID aggregate, long version) throws SQLException {
    insert(connection, Topics.INCIDENT, aggregate, version);
  }

  static void insert(Connection connection, String topic, UUID aggregate, long version)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into outbox (id, topic, record_key, type, subject, version, police_service,"
                + " jurisdiction, mode, business_time, correlation, body) values"
                + " (gen_random_uuid(), ?, ?, 'org.warmhandoff.officers-cleared.v1', ?, ?,"
                + " 'windsor', 'CA-ON', 'LIVE', now(), ?, ?)")) {
      insert.setString(1, topic);
      insert.setString(2, aggregate.toString());
      insert.setObject(3, aggregate);
      insert.setLong(4, version);
      insert.setObject(5, aggregate);
      insert.setBytes(6, new byte[] {'{', '}'});
      insert.executeUpdate();
    }
  }

  static void await(UUID aggregate, long version) {
    Records.await(Topics.INCIDENT, PATIENCE, is(aggregate, version));
  }

  static Predicate<Records.Found> is(UUID aggregate, long version) {
    return found ->
        aggregate.toString().equals(found.key())
            && found.header("ce_aggregateversion").equals(Long.toString(version));
  }

  static List<Long> published(UUID aggregate) {
    return Records.read(Topics.INCIDENT).stream()
        .filter(found -> aggregate.toString().equals(found.key()))
        .map(found -> Long.valueOf(found.header("ce_aggregateversion")))
        .toList();
  }
}
