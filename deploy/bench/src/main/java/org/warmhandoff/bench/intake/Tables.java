package org.warmhandoff.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a database, and what one transaction wrote into them. */
final class Tables {

  private static final String TABLES =
      """
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by c.relname""";

  /** Whoever refers to another table comes after it. */
  private static final String IN_ORDER =
      """
      with recursive deep (oid, depth) as (
        select c.oid, 0 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r'
        union
        select f.conrelid, deep.depth + 1 from pg_constraint f join deep on deep.oid = f.confrelid
        where f.contype = 'f' and f.conrelid <> f.confrelid and deep.depth < 20)
      select c.relname from deep join pg_class c on c.oid = deep.oid
      group by c.relname order by max(depth), c.relname""";

  /** What the database fills in by itself is left out: it does so for everybody. */
  private static final String COLUMNS =
      """
      select a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a
      where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
        and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
      order by a.attnum""";

  private Tables() {}

  /** A column and its type. */
  record Column(String name, String type) {}

  /**
   * Rows of one table.
   *
   * @param rows by row, the values as text in the order of the columns
   */
  record Written(String table, List<Column> columns, List<List<@Nullable String>> rows) {}

  static List<String> of(Connection connection) throws SQLException {
    return names(connection, TABLES);
  }

  /** What the transaction that stored an incident wrote, in an order that can be written again. */
  static List<Written> writtenWith(Connection connection, String externalId) throws SQLException {
    List<Written> all = new ArrayList<>();
    for (String table : names(connection, IN_ORDER)) {
      Written written = written(connection, table, columns(connection, table), externalId);
      if (!written.rows().isEmpty()) {
        all.add(written);
      }
    }
    return all;
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static List<Column> columns(Connection connection, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(new Column(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return columns;
  }

  private static Written written(
      Connection connection, String table, List<Column> columns, String externalId)
      throws SQLException {
    String values =
        String.join(", ", columns.stream().map(column -> column.name() + "::text").toList());
    String query =
        "select "
            + (values.isEmpty() ? "1" : values)
            + " from "
            + table
            + " where xmin = (select xmin from incident where external_id = ?)";
    List<List<@Nullable String>> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, externalId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<@Nullable String> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(rows.getString(i));
          }
          all.add(row);
        }
      }
    }
    return new Written(table, columns, all);
  }
}
