package org.warmhandoff.eventing.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How the database plans the relay's looks. That for news is planned once: planning takes four
 * times what the look itself takes, and at a thousand commits a second there are hundreds of looks.
 * Of the plans that can be made without knowing the values, the bitmaps over the transactions'
 * index are the one that does not grow with the table, and the only one that these settings leave;
 * statistics, which a fresh table has not, decide nothing.
 */
record Planning(Connection connection) {

  private static final List<String> FOR_NEWS =
      List.of(
          "set enable_seqscan = off",
          "set enable_indexscan = off",
          "set max_parallel_workers_per_gather = 0",
          "set plan_cache_mode = force_generic_plan");

  private static final List<String> FOR_THE_REST =
      List.of("set enable_indexscan = on", "set plan_cache_mode = force_custom_plan");

  /** From now on looks are planned as the one for news is. */
  static Planning forNews(Connection connection) throws SQLException {
    set(connection, String.join(";", FOR_NEWS));
    return new Planning(connection);
  }

  /**
   * A look that is planned for its values: what is right for a page is not for the whole table.
   *
   * @param look outside any transaction
   */
  <T> T anew(Look<T> look) throws SQLException {
    set(connection, String.join(";", FOR_THE_REST));
    T found = look.look();
    // Where the look failed, the connection is given up.
    set(connection, String.join(";", FOR_NEWS));
    return found;
  }

  static void set(Connection connection, String settings) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
    }
  }

  /** A look at the database. */
  interface Look<T> {
    T look() throws SQLException;
  }
}
