package org.warmhandoff.eventing.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.eventing.Head;

/** What a consumer has taken, and how far each aggregate is. */
record Claims(Connection connection) {

  /** A fact has its effect once: whoever inserts its row does the work, in the same transaction. */
  private static final String CLAIM =
      """
      insert into inbox (consumer, source, id, type, subject, correlation, known)
      select ?, fact.* from unnest(?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
        ?::boolean[]) as fact
      on conflict (consumer, source, id) do nothing
      returning source, id""";

  /** What was dropped, or mended and sent again, may still come as it was: spoiled. */
  private static final String TAKEN =
      "select 1 from inbox where consumer = ? and source = ? and id = ?";

  /** An aggregate heard of for the first time is at version 0. */
  private static final String MEET =
      """
      insert into aggregate_progress (consumer, topic, subject, version, changed_by)
      select ?, a.topic, a.subject, 0, pg_current_xact_id()
      from unnest(?::text[], ?::uuid[]) as a (topic, subject) order by a.topic, a.subject
      on conflict (consumer, topic, subject) do nothing""";

  /** Two transactions never work on the same aggregate for one consumer. */
  private static final String LOCK =
      """
      select p.topic, p.subject, p.version from aggregate_progress p
      join unnest(?::text[], ?::uuid[]) as a (topic, subject)
        on p.topic = a.topic and p.subject = a.subject
      where p.consumer = ?
      order by p.topic, p.subject for update of p""";

  /** How far an aggregate is now; by which transaction, for those who wait for it. */
  private static final String ADVANCE =
      """
      update aggregate_progress p set version = a.version, changed_by = pg_current_xact_id()
      from unnest(?::text[], ?::uuid[], ?::bigint[]) as a (topic, subject, version)
      where p.consumer = ? and p.topic = a.topic and p.subject = a.subject""";

  /** Identity of an event. */
  record Identity(String source, UUID id) {
    static Identity of(Head head) {
      return new Identity(head.source(), head.id());
    }
  }

  /** Claims what was not taken before. */
  Set<Identity> claim(String consumer, List<Arrival.Readable> facts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setString(1, consumer);
      insert.setArray(2, array("text", facts.stream().map(f -> f.head().source()).toArray()));
      insert.setArray(3, array("uuid", facts.stream().map(f -> f.head().id()).toArray()));
      insert.setArray(4, array("text", facts.stream().map(f -> f.head().type()).toArray()));
      insert.setArray(5, array("uuid", facts.stream().map(f -> f.head().subject()).toArray()));
      insert.setArray(6, array("uuid", facts.stream().map(f -> f.head().correlation()).toArray()));
      insert.setArray(
          7,
          array("boolean", facts.stream().map(f -> f.event() != null || f.isDropped()).toArray()));
      try (ResultSet rows = insert.executeQuery()) {
        Set<Identity> claimed = new HashSet<>();
        while (rows.next()) {
          claimed.add(new Identity(rows.getString(1), rows.getObject(2, UUID.class)));
        }
        return claimed;
      }
    }
  }

  boolean isTaken(String consumer, Head head) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
      select.setString(1, consumer);
      select.setString(2, head.source());
      select.setObject(3, head.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Locks the aggregates and says which version each is at. */
  Map<Aggregate, Long> lock(String consumer, Set<Aggregate> aggregates) throws SQLException {
    Object[] topics = aggregates.stream().map(Aggregate::topic).toArray();
    Object[] subjects = aggregates.stream().map(Aggregate::subject).toArray();
    try (PreparedStatement insert = connection.prepareStatement(MEET)) {
      insert.setString(1, consumer);
      insert.setArray(2, array("text", topics));
      insert.setArray(3, array("uuid", subjects));
      insert.executeUpdate();
    }
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(1, array("text", topics));
      select.setArray(2, array("uuid", subjects));
      select.setString(3, consumer);
      try (ResultSet rows = select.executeQuery()) {
        Map<Aggregate, Long> versions = new HashMap<>();
        while (rows.next()) {
          versions.put(
              new Aggregate(rows.getString(1), rows.getObject(2, UUID.class)), rows.getLong(3));
        }
        return versions;
      }
    }
  }

  void advance(String consumer, Map<Aggregate, Long> versions) throws SQLException {
    List<Map.Entry<Aggregate, Long>> entries = List.copyOf(versions.entrySet());
    try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
      update.setArray(1, array("text", entries.stream().map(e -> e.getKey().topic()).toArray()));
      update.setArray(2, array("uuid", entries.stream().map(e -> e.getKey().subject()).toArray()));
      update.setArray(3, array("bigint", entries.stream().map(Map.Entry::getValue).toArray()));
      update.setString(4, consumer);
      update.executeUpdate();
    }
  }

  private Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
