package org.warmhandoff.incident;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Sets as PostgreSQL takes them, and rows as it answers. */
final class TraitRows {

  private TraitRows() {}

  /** Reads one row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  static Array ids(Connection connection, Collection<UUID> persons) throws SQLException {
    return connection.createArrayOf("uuid", persons.toArray());
  }

  static Array digests(Connection connection, Collection<Digest> traits) throws SQLException {
    return connection.createArrayOf(
        "bytea", traits.stream().map(Digest::bytes).toArray(byte[][]::new));
  }

  static void read(Connection connection, String sql, Array parameter, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }
}
