package org.warmhandoff.eventing.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table of facts whose topic does not take them. */
record HeldFacts(Connection connection, String source) {

  /** A topic that is missing must not stop the others. */
  private static final String HOLD =
      """
      insert into outbox_held (seq, topic) select * from unnest(?::bigint[], ?::text[])
      on conflict (seq) do nothing""";

  /** Topics that facts wait for. */
  private static final String TOPICS = "select distinct topic from outbox_held";

  /** The earliest of one topic. */
  private static final String PAGE =
      "select "
          + Row.COLUMNS
          + " from outbox where seq = any(array(select seq from outbox_held where topic = ?"
          + " order by seq limit ?)) order by seq";

  /** Published after all. */
  private static final String RELEASE = "delete from outbox_held where seq = any(?)";

  Set<String> topics() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TOPICS);
        ResultSet rows = select.executeQuery()) {
      Set<String> topics = new HashSet<>();
      while (rows.next()) {
        topics.add(rows.getString(1));
      }
      return topics;
    }
  }

  void hold(List<Row> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(HOLD)) {
      insert.setArray(1, seqs(rows));
      insert.setArray(2, connection.createArrayOf("text", rows.stream().map(Row::topic).toArray()));
      insert.executeUpdate();
    }
  }

  List<Row> page(String topic, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, topic);
      select.setInt(2, limit);
      try (ResultSet result = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(Row.read(result, 1, source));
        }
        return rows;
      }
    }
  }

  void release(List<Row> rows) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(RELEASE)) {
      delete.setArray(1, seqs(rows));
      delete.executeUpdate();
    }
  }

  private Array seqs(List<Row> rows) throws SQLException {
    return connection.createArrayOf("bigint", rows.stream().map(Row::seq).toArray());
  }
}
