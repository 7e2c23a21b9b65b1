package org.warmhandoff.eventing.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of facts that came too early. */
record Parked(Connection connection) {

  private static final String COLUMNS =
      "number, topic, partition, record_offset, record_key, headers, body";

  /** A fact that came too early is kept until what it needs is there. */
  private static final String PARK =
      """
      insert into parked (consumer, topic, partition, record_offset, record_key, id, subject,
        version, correlation, headers, body, waits_for, seen)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::pg_snapshot)""";

  /** Aggregates with facts behind a gap, which may be about to close. */
  private static final String WITH_GAPS =
      """
      select distinct topic, subject from parked
      where consumer = ? and subject = any(?) and waits_for is null""";

  /** The gap before this fact has closed (or it came twice). */
  private static final String NEXT =
      "delete from parked where number = (select number from parked where consumer = ?"
          + " and topic = ? and subject = ? and version <= ? and waits_for is null"
          + " order by version, number limit 1) returning "
          + COLUMNS;

  /** Hardly ever somebody waits. */
  private static final String ANYONE_WAITS =
      "select exists (select 1 from parked where waits_for is not null)";

  /** Waiting facts whose subject was handled by a transaction their last attempt did not see. */
  private static final String RELEASABLE =
      """
      select p.number, p.consumer from parked p
      where p.waits_for is not null and exists (
        select 1 from aggregate_progress a
        where a.subject = p.waits_for and a.version > 0
          and not pg_visible_in_snapshot(a.changed_by, p.seen))
      order by p.number limit 100""";

  /** A waiting fact is taken up by one replica only. */
  private static final String TAKE_UP =
      "delete from parked where number = (select number from parked where number = ? and consumer"
          + " = ? for update skip locked) returning "
          + COLUMNS;

  void park(String consumer, Arrival.Readable fact, @Nullable UUID waitsFor, @Nullable String seen)
      throws SQLException {
    Letter letter = fact.letter();
    try (PreparedStatement insert = connection.prepareStatement(PARK)) {
      insert.setString(1, consumer);
      insert.setString(2, letter.topic());
      insert.setInt(3, letter.partition());
      insert.setLong(4, letter.offset());
      insert.setString(5, StoredKey.of(fact.head().key()));
      insert.setObject(6, fact.head().id());
      insert.setObject(7, fact.head().subject());
      insert.setLong(8, fact.head().version());
      insert.setObject(9, fact.head().correlation());
      insert.setBytes(10, letter.packedHeaders());
      insert.setBytes(11, letter.body() == null ? new byte[0] : letter.body());
      insert.setObject(12, waitsFor);
      insert.setString(13, seen);
      insert.executeUpdate();
    }
  }

  Set<Aggregate> withGaps(String consumer, UUID[] subjects) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(WITH_GAPS)) {
      select.setString(1, consumer);
      select.setArray(2, connection.createArrayOf("uuid", subjects));
      try (ResultSet rows = select.executeQuery()) {
        Set<Aggregate> found = new HashSet<>();
        while (rows.next()) {
          found.add(new Aggregate(rows.getString(1), rows.getObject(2, UUID.class)));
        }
        return found;
      }
    }
  }

  /** Takes out the earliest fact up to this version. */
  Optional<Entry> next(String consumer, Aggregate aggregate, long upTo) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(NEXT)) {
      delete.setString(1, consumer);
      delete.setString(2, aggregate.topic());
      delete.setObject(3, aggregate.subject());
      delete.setLong(4, upTo);
      return entry(delete);
    }
  }

  boolean anyoneWaits() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ANYONE_WAITS);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  List<Waiting> releasable() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RELEASABLE);
        ResultSet rows = select.executeQuery()) {
      List<Waiting> found = new ArrayList<>();
      while (rows.next()) {
        found.add(new Waiting(rows.getLong(1), rows.getString(2)));
      }
      return found;
    }
  }

  /** Takes out a fact, unless another replica is at it. */
  Optional<Entry> takeUp(Waiting waiting) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(TAKE_UP)) {
      delete.setLong(1, waiting.number());
      delete.setString(2, waiting.consumer());
      return entry(delete);
    }
  }

  private static Optional<Entry> entry(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      Letter letter =
          Letter.unpack(
              row.getString(2),
              row.getInt(3),
              row.getLong(4),
              StoredKey.read(row.getString(5)),
              row.getBytes(6),
              row.getBytes(7));
      return Optional.of(new Entry(row.getLong(1), letter));
    }
  }

  /** A parked fact. */
  record Entry(long number, Letter letter) {}

  /** A fact that waits for another aggregate. */
  record Waiting(long number, String consumer) {}
}
