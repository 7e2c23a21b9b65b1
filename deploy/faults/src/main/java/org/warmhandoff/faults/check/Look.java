package org.warmhandoff.faults.check;

import java.sql.SQLException;
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
    try {
      return town.databases().rows(database, sql, values);
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
