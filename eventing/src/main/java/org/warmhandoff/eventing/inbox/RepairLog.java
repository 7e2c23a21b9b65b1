package org.warmhandoff.eventing.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what to records that were set aside. Rows are only added. */
record RepairLog(Connection connection) {

  private static final int LATEST = 50;

  /** Nothing is done to a record without a word about it. */
  private static final String ADD =
      """
      insert into repair_log (quarantine, consumer, topic, partition, record_offset, id, subject,
        version, action, outcome, word, by_account, before_sha256, after_sha256, changed_headers)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /** What was done to a record until now. */
  private static final String HISTORY =
      """
      select action, outcome, word, by_account, done_at, encode(before_sha256, 'hex'),
        encode(after_sha256, 'hex'), changed_headers
      from repair_log where quarantine = ? order by number desc limit ?""";

  /**
   * @param changed by a mend; null for any other action
   */
  void add(SetAside row, String action, String outcome, Note note, @Nullable Changed changed)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setLong(1, row.number());
      insert.setString(2, row.consumer());
      insert.setString(3, row.topic());
      insert.setInt(4, row.partition());
      insert.setLong(5, row.offset());
      insert.setObject(6, row.id(), Types.OTHER);
      insert.setObject(7, row.subject(), Types.OTHER);
      insert.setObject(8, row.version(), Types.BIGINT);
      insert.setString(9, action);
      insert.setString(10, outcome);
      insert.setString(11, note.word());
      insert.setString(12, note.account());
      insert.setBytes(13, changed == null ? null : changed.before());
      insert.setBytes(14, changed == null ? null : changed.after());
      insert.setArray(
          15,
          changed == null ? null : connection.createArrayOf("text", changed.headers().toArray()));
      insert.executeUpdate();
    }
  }

  /** The latest first. */
  List<Deed> history(long record) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HISTORY)) {
      select.setLong(1, record);
      select.setInt(2, LATEST);
      try (ResultSet rows = select.executeQuery()) {
        List<Deed> deeds = new ArrayList<>();
        while (rows.next()) {
          Array headers = rows.getArray(8);
          deeds.add(
              new Deed(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getObject(5, OffsetDateTime.class).toInstant(),
                  rows.getString(6),
                  rows.getString(7),
                  headers == null ? List.of() : List.of((String[]) headers.getArray())));
        }
        return deeds;
      }
    }
  }
}
