package org.warmhandoff.faults.town;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The services' databases, seen from beside as their owner. Connections are kept from look to look:
 * a login costs more than a look, and what it costs the programs under test do without.
 */
public final class Databases implements AutoCloseable {

  private final Opener opener;
  private final Map<String, Deque<Connection>> idle = new ConcurrentHashMap<>();

  /** Opens a connection to a service's database. */
  interface Opener {
    Connection open(String database) throws SQLException;
  }

  Databases(Opener opener) {
    this.opener = opener;
  }

  /**
   * Rows, as texts; "null" for none.
   *
   * @throws SQLException where the database is away, or does not take the statement
   */
  public List<List<String>> rows(String database, String sql, Object... values)
      throws SQLException {
    Deque<Connection> kept = idle.computeIfAbsent(database, one -> new ConcurrentLinkedDeque<>());
    for (Connection connection = kept.poll(); connection != null; connection = kept.poll()) {
      // One that was cut since, as those of the services were, says so here.
      if (connection.isValid(1)) {
        return keeping(kept, connection, sql, values);
      }
      connection.close();
    }
    return keeping(kept, opener.open(database), sql, values);
  }

  private static List<List<String>> keeping(
      Deque<Connection> kept, Connection connection, String sql, Object... values)
      throws SQLException {
    try {
      List<List<String>> rows = read(connection, sql, values);
      kept.push(connection);
      return rows;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static List<List<String>> read(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        statement.setObject(
            i + 1,
            value instanceof Instant instant
                ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                : value);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(result.getString(i)));
          }
          rows.add(List.copyOf(row));
        }
        return rows;
      }
    }
  }

  @Override
  public void close() {
    for (Deque<Connection> kept : idle.values()) {
      for (Connection connection = kept.poll(); connection != null; connection = kept.poll()) {
        try {
          connection.close();
        } catch (SQLException e) {
          System.err.println("databases: " + e.getMessage());
        }
      }
    }
  }
}
