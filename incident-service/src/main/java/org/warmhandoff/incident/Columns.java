package org.warmhandoff.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as PostgreSQL takes many at once: one array a column, filled in from left to right. */
final class Columns<T> {

  private final Connection connection;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int parameter;

  Columns(Connection connection, PreparedStatement statement, List<T> rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  Columns<T> ids(Function<T, @Nullable UUID> column) throws SQLException {
    return set("uuid", rows.stream().map(column).toArray());
  }

  Columns<T> texts(Function<T, @Nullable String> column) throws SQLException {
    return set("text", rows.stream().map(column).toArray(String[]::new));
  }

  Columns<T> codes(Function<T, ? extends Enum<?>> column) throws SQLException {
    return texts(row -> column.apply(row).name());
  }

  Columns<T> longs(Function<T, @Nullable Long> column) throws SQLException {
    return set("bigint", rows.stream().map(column).toArray(Long[]::new));
  }

  Columns<T> integers(Function<T, Integer> column) throws SQLException {
    return set("integer", rows.stream().map(column).toArray(Integer[]::new));
  }

  Columns<T> instants(Function<T, Instant> column) throws SQLException {
    return set("timestamptz", rows.stream().map(column).toArray());
  }

  Columns<T> bytes(Function<T, byte @Nullable []> column) throws SQLException {
    return set("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  private Columns<T> set(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++parameter, connection.createArrayOf(type, values));
    return this;
  }
}
