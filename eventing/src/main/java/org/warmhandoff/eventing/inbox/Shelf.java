package org.warmhandoff.eventing.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.seal.Seal;

/** The quarantine as an operator works on it: the first of a key, and those behind it. */
record Shelf(Connection connection, Seal seal) {

  private static final String ROW =
      """
      q.number, q.consumer, q.topic, q.partition, q.record_offset, q.id, q.subject, q.version,
      q.reason, q.behind, (select count(*) from quarantine b where b.behind = q.number),
      q.edition, q.set_aside_at""";

  /** What waits longest is on top. What is in them is up to 1 MB each: not for a list. */
  private static final String FIRST =
      "select "
          + ROW
          + " from quarantine q where q.behind is null and q.number > ? order by q.number limit ?";

  private static final String COUNT = "select count(*) from quarantine where behind is null";

  private static final String FIND =
      "select " + ROW + ", q.record_key, q.claimed, q.sealed from quarantine q where q.number = ?";

  /** Other content under the same number; whoever looked before it has seen something else. */
  private static final String MEND =
      """
      update quarantine set sealed = ?, id = ?, subject = ?, version = ?, correlation = ?,
        edition = edition + 1
      where number = ? and edition = ?""";

  /** It was tried, and failed again. */
  private static final String STAYS =
      "update quarantine set reason = ?, edition = edition + 1 where number = ?";

  /** The next of the same key takes the place of the first. */
  private static final String PROMOTE =
      """
      update quarantine set behind = null, edition = edition + 1
      where number = (select min(number) from quarantine where behind = ?) returning number""";

  private static final String STAND_BEHIND = "update quarantine set behind = ? where behind = ?";

  private static final String REMOVE = "delete from quarantine where number = ?";

  /**
   * A record with its content.
   *
   * @param claimed whether the inbox holds it as taken since it was parked
   */
  record Entry(SetAside row, Letter letter, boolean claimed) {}

  /**
   * What is left of a key after its first was taken out.
   *
   * @param next the one that is the first now
   * @param records how many, that one included
   */
  record Rest(OptionalLong next, long records) {
    static final Rest NOTHING = new Rest(OptionalLong.empty(), 0);
  }

  /** Those that can be acted on, without their content. */
  List<SetAside> first(long after, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIRST)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        List<SetAside> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row(rows));
        }
        return found;
      }
    }
  }

  /** How many can be acted on. */
  long count() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNT);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  Optional<Entry> find(long number) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setLong(1, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(entry(row)) : Optional.empty();
      }
    }
  }

  boolean mend(SetAside row, Letter letter, Head head) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MEND)) {
      update.setBytes(1, seal.seal(letter.packed(), Quarantine.context(row.consumer(), letter)));
      update.setObject(2, head.id());
      update.setObject(3, head.subject());
      update.setLong(4, head.version());
      update.setObject(5, head.correlation(), Types.OTHER);
      update.setLong(6, row.number());
      update.setInt(7, row.edition());
      return update.executeUpdate() == 1;
    }
  }

  void stays(long number, String reason) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(STAYS)) {
      update.setString(1, reason);
      update.setLong(2, number);
      update.executeUpdate();
    }
  }

  /** Takes a record out. */
  Rest remove(long number) throws SQLException {
    Rest rest = promote(number);
    try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
      delete.setLong(1, number);
      delete.executeUpdate();
    }
    return rest;
  }

  private Rest promote(long number) throws SQLException {
    try (PreparedStatement promote = connection.prepareStatement(PROMOTE)) {
      promote.setLong(1, number);
      try (ResultSet row = promote.executeQuery()) {
        if (!row.next()) {
          return Rest.NOTHING;
        }
        long next = row.getLong(1);
        return new Rest(OptionalLong.of(next), 1 + standBehind(next, number));
      }
    }
  }

  private int standBehind(long next, long number) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(STAND_BEHIND)) {
      update.setLong(1, next);
      update.setLong(2, number);
      return update.executeUpdate();
    }
  }

  void log(SetAside row, String action, String outcome, Note note) throws SQLException {
    new RepairLog(connection).add(row, action, outcome, note, null);
  }

  private static SetAside row(ResultSet row) throws SQLException {
    @Nullable Long version = row.getObject(8, Long.class);
    @Nullable Long behind = row.getObject(10, Long.class);
    return new SetAside(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        version,
        row.getString(9),
        behind,
        row.getLong(11),
        row.getInt(12),
        row.getObject(13, OffsetDateTime.class).toInstant());
  }

  private Entry entry(ResultSet row) throws SQLException {
    SetAside found = row(row);
    String context =
        Quarantine.context(found.consumer(), found.topic(), found.partition(), found.offset());
    Letter letter =
        Letter.unpack(
            found.topic(),
            found.partition(),
            found.offset(),
            StoredKey.read(row.getString(14)),
            seal.open(row.getBytes(16), context));
    return new Entry(found, letter, row.getBoolean(15));
  }
}
