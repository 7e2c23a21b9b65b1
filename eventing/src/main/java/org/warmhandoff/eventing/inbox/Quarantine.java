package org.warmhandoff.eventing.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.seal.Seal;

/** The table of records set aside, each sealed whole. */
record Quarantine(Connection connection, Seal seal) {

  /** A record nobody can handle stops neither its neighbours nor its partition. */
  private static final String SET_ASIDE =
      """
      insert into quarantine (consumer, topic, partition, record_offset, record_key, id, subject,
        version, correlation, reason, behind, sealed, record_time, claimed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing""";

  /** Keys with a poisoned record: what comes later under them stands behind it. */
  private static final String STOPPED_KEYS =
      """
      select distinct on (topic, record_key) topic, record_key, number, subject, version
      from quarantine
      where consumer = ? and topic = any(?) and record_key = any(?) and behind is null
      order by topic, record_key, number""";

  /** A key on its topic. */
  record Key(String topic, String key) {}

  /** The poisoned record of a key. */
  record Stop(long number, @Nullable UUID subject, long version) {

    static Stop at(long number, Arrival.Spoiled spoiled) {
      Head head = spoiled.head();
      return head == null
          ? new Stop(number, null, 0)
          : new Stop(number, head.subject(), head.version());
    }

    /** Whether a record of the same key must wait for it: not what its aggregate did before. */
    boolean stops(Arrival arrival) {
      return !(arrival instanceof Arrival.Readable fact
          && fact.head().subject().equals(subject)
          && fact.head().version() > 0
          && fact.head().version() < version);
    }
  }

  Map<Key, Stop> stoppedKeys(String consumer, List<? extends Arrival> arrivals)
      throws SQLException {
    Array topics =
        connection.createArrayOf(
            "text", arrivals.stream().map(a -> a.letter().topic()).distinct().toArray());
    Array keys =
        connection.createArrayOf(
            "text",
            arrivals.stream()
                .map(a -> StoredKey.of(a.letter().key()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray());
    try (PreparedStatement select = connection.prepareStatement(STOPPED_KEYS)) {
      select.setString(1, consumer);
      select.setArray(2, topics);
      select.setArray(3, keys);
      try (ResultSet rows = select.executeQuery()) {
        Map<Key, Stop> stopped = new HashMap<>();
        while (rows.next()) {
          stopped.put(
              new Key(rows.getString(1), String.valueOf(StoredKey.read(rows.getString(2)))),
              new Stop(rows.getLong(3), rows.getObject(4, UUID.class), rows.getLong(5)));
        }
        return stopped;
      }
    }
  }

  /**
   * Sets a record aside.
   *
   * @param behind number of the poisoned record it stands behind
   * @param claimed whether the inbox holds it as taken: it was parked
   * @return its number; 0 where it was there already
   */
  long setAside(
      String consumer, Arrival arrival, String reason, @Nullable Long behind, boolean claimed)
      throws SQLException {
    Letter letter = arrival.letter();
    Head head = Arrival.headOf(arrival);
    try (PreparedStatement insert =
        connection.prepareStatement(SET_ASIDE, new String[] {"number"})) {
      insert.setString(1, consumer);
      insert.setString(2, letter.topic());
      insert.setInt(3, letter.partition());
      insert.setLong(4, letter.offset());
      insert.setString(5, StoredKey.of(letter.key()));
      insert.setObject(6, head == null ? null : head.id(), Types.OTHER);
      insert.setObject(7, head == null ? null : head.subject(), Types.OTHER);
      insert.setObject(8, head == null ? null : head.version(), Types.BIGINT);
      insert.setObject(9, head == null ? null : head.correlation(), Types.OTHER);
      insert.setString(10, reason);
      insert.setObject(11, behind, Types.BIGINT);
      insert.setBytes(12, seal.seal(letter.packed(), context(consumer, letter)));
      insert.setLong(13, letter.timestamp());
      insert.setBoolean(14, claimed);
      insert.executeUpdate();
      try (ResultSet number = insert.getGeneratedKeys()) {
        return number.next() ? number.getLong(1) : 0;
      }
    }
  }

  /** What the sealed bytes are bound to. */
  static String context(String consumer, Letter letter) {
    return context(consumer, letter.topic(), letter.partition(), letter.offset());
  }

  static String context(String consumer, String topic, int partition, long offset) {
    return "quarantine/%s/%s/%d/%d".formatted(consumer, topic, partition, offset);
  }
}
