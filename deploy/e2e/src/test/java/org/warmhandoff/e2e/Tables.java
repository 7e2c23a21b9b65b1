package org.warmhandoff.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every table of the four databases, row by row, to be compared with a later look. */
final class Tables {

  static final List<String> DATABASES =
      List.of("incident", "notification", "referral", "analytics");

  /**
   * What must differ after a republish: {@code republish}, that it was asked for and how far it
   * came; {@code outbox_cursor}, the relay's window and epoch, which move with every start. {@code
   * intake_tally}, the counts of the last day's posts, is written some seconds behind them. No
   * column of another table may.
   */
  private static final Set<String> BOOKKEEPING =
      Set.of("outbox_cursor", "republish", "intake_tally");

  private Tables() {}

  /** By database and table: all rows as text, sorted. */
  static Map<String, List<String>> dump(City city) throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    for (String database : DATABASES) {
      try (Connection connection = city.database(database);
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement)) {
          if (!BOOKKEEPING.contains(table)) {
            all.put(
                database + "." + table,
                column(
                    statement,
                    "select t::text from \"" + table + "\" t order by t::text collate \"C\""));
          }
        }
      }
    }
    return all;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    return column(
        statement,
        "select table_name from information_schema.tables where table_schema = 'public'"
            + " and table_type = 'BASE TABLE' order by 1");
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
