package org.warmhandoff.incident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One SQL statement within the caller's transaction, for tables that are no entities. */
record Statement(String sql) {

  /** Reads one row into what it stands for. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> rows(DataSource database, Reading<T> reading, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reading.read(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  int run(DataSource database, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** An instant that may be missing. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  /** Says the SQL state alone: a server's message quotes the row it failed on. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(SQLException cause) {
      super("database: " + cause.getSQLState(), cause);
    }
  }
}
