package org.warmhandoff.faults.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.warmhandoff.faults.town.Town;

/** Looks into a service's database from beside, as its owner. */
final class Look {

  private final Town town;

  Look(Town town) {
    this.town = town;
  }

  List<List<String>> rows(String database, String sql, Object... values) {
    try (Connection connection = town.database(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        statement.setObject(
            i + 1,
            value instanceof java.time.Instant instant
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
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + sql, e);
    }
  }

  /** The first column. */
  Set<String> column(String database, String sql, Object... values) {
    Set<String> all = new HashSet<>();
    rows(database, sql, values).forEach(row -> all.add(row.getFirst()));
    return all;
  }

  /** One number. */
  long number(String database, String sql, Object... values) {
    return Long.parseLong(rows(database, sql, values).getFirst().getFirst());
  }
}
