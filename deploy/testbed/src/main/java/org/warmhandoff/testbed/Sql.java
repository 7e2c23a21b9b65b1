package org.warmhandoff.testbed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Looks into a service's database past the service, as the owner of its tables. */
public final class Sql {

  private final String url;
  private final String role;
  private final String password;

  private Sql(String url, String role, String password) {
    this.url = url;
    this.role = role;
    this.password = password;
  }

  /** As {@code <database>_owner}; the database is incident, notification, referral or analytics. */
  public static Sql database(String database) {
    return as(database, database + "_owner");
  }

  /** As any role of a database, such as {@code incident_app}. */
  public static Sql as(String database, String role) {
    Stack stack = Stack.start();
    return new Sql(stack.databaseUrl(database), role, stack.databasePassword(role));
  }

  /** As the superuser, who may end other sessions. */
  public static Sql superuser(String database) {
    return new Sql(Stack.start().databaseUrl(database), "postgres", Passwords.ADMIN);
  }

  /** A connection of the caller's own, in auto-commit mode, to be closed by the caller. */
  public Connection connection() throws SQLException {
    // Not through DriverManager, which knows the driver of another class loader under Quarkus.
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source.getConnection(role, password);
  }

  /** All rows, column names in lower case. */
  public List<Map<String, @Nullable Object>> rows(String query, Object... arguments) {
    try (Connection connection = connection();
        PreparedStatement statement = prepared(connection, query, arguments);
        ResultSet rows = statement.executeQuery()) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Map<String, @Nullable Object>> all = new ArrayList<>();
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The only value of the only row, as a number: for {@code select count(*)}. */
  public long count(String query, Object... arguments) {
    Object value = rows(query, arguments).getFirst().values().iterator().next();
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalStateException("not a number: " + value);
  }

  /** Runs a statement and tells how many rows it touched. */
  public int run(String statement, Object... arguments) {
    try (Connection connection = connection();
        PreparedStatement prepared = prepared(connection, statement, arguments)) {
      return prepared.execute() ? 0 : prepared.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
