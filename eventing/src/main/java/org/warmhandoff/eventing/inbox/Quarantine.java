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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.seal.Seal;

/** The table of records set aside, each sealed whole. */
record Quarantine(Connection connection, Seal seal) {

  /** A record nobody can handle stops neither its neighbours nor its partition. */
  private static final String SET_ASIDE =
      """
      insert into quarantine (consumer, topic, partition, record_offset, record_key, id,
        correlation, reason, behind, sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (consumer, topic, partition, record_offset) do nothing""";

  /** Keys with a poisoned record: what comes later under them stands behind it. */
  private static final String STOPPED_KEYS =
      """
      select topic, record_key, min(number) from quarantine
      where consumer = ? and topic = any(?) and record_key = any(?) and behind is null
      group by topic, record_key""";

  /** A key on its topic. */
  record Key(String topic, String key) {}

  Map<Key, Long> stoppedKeys(String consumer, List<? extends Arrival> arrivals)
      throws SQLException {
    Array topics =
        connection.createArrayOf(
            "text", arrivals.stream().map(a -> a.letter().topic()).distinct().toArray());
    Array keys =
        connection.createArrayOf(
            "text",
            arrivals.stream()
                .map(a -> a.letter().key())
                .filter(key -> key != null)
                .distinct()
                .toArray());
    try (PreparedStatement select = connection.prepareStatement(STOPPED_KEYS)) {
      select.setString(1, consumer);
      select.setArray(2, topics);
      select.setArray(3, keys);
      try (ResultSet rows = select.executeQuery()) {
        Map<Key, Long> stopped = new HashMap<>();
        while (rows.next()) {
          stopped.put(new Key(rows.getString(1), rows.getString(2)), rows.getLong(3));
        }
        return stopped;
      }
    }
  }

  /**
   * Sets a record aside.
   *
   * @param behind number of the poisoned record it stands behind
   * @return its number; 0 where it was there already
   */
  long setAside(
      String consumer, Letter letter, @Nullable Head head, String reason, @Nullable Long behind)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(SET_ASIDE, new String[] {"number"})) {
      insert.setString(1, consumer);
      insert.setString(2, letter.topic());
      insert.setInt(3, letter.partition());
      insert.setLong(4, letter.offset());
      insert.setString(5, letter.key());
      insert.setObject(6, head == null ? null : head.id(), Types.OTHER);
      UUID correlation = head == null ? null : head.correlation();
      insert.setObject(7, correlation, Types.OTHER);
      insert.setString(8, reason);
      insert.setObject(9, behind, Types.BIGINT);
      insert.setBytes(10, seal.seal(letter.packed(), context(consumer, letter)));
      insert.executeUpdate();
      try (ResultSet number = insert.getGeneratedKeys()) {
        return number.next() ? number.getLong(1) : 0;
      }
    }
  }

  /** What the sealed bytes are bound to. */
  static String context(String consumer, Letter letter) {
    return "quarantine/%s/%s/%d/%d"
        .formatted(consumer, letter.topic(), letter.partition(), letter.offset());
  }
}
