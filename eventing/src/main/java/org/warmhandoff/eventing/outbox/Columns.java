package org.warmhandoff.eventing.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array a column, so that a statement is planned once, however many rows it is given.
 */
record Columns<T>(Connection connection, PreparedStatement statement, List<T> rows) {

  void ids(int parameter, Function<T, @Nullable UUID> column) throws SQLException {
    set(parameter, "uuid", rows.stream().map(column).toArray());
  }

  void texts(int parameter, Function<T, @Nullable String> column) throws SQLException {
    set(parameter, "text", rows.stream().map(column).toArray(String[]::new));
  }

  void longs(int parameter, Function<T, Long> column) throws SQLException {
    set(parameter, "bigint", rows.stream().map(column).toArray(Long[]::new));
  }

  void bodies(int parameter, Function<T, byte[]> column) throws SQLException {
    set(parameter, "bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  private void set(int parameter, String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(parameter, connection.createArrayOf(type, values));
  }
}
