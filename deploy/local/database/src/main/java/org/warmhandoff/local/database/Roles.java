package org.warmhandoff.local.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database a service, with an owner that migrates it and an application role that works in it.
 * Nobody else may connect: a service that could read its neighbour's tables would sooner or later
 * do it.
 */
final class Roles {

  static final List<String> DATABASES =
      List.of("incident", "notification", "referral", "analytics");

  /** Opens a database as the superuser. */
  interface Door {
    Connection open(String database) throws SQLException;
  }

  private final Passwords passwords;
  private final Door door;

  Roles(Passwords passwords, Door door) {
    this.passwords = passwords;
    this.door = door;
  }

  /** Creates what is missing and sets the passwords; running it again changes nothing else. */
  void establish(Connection connection) throws SQLException {
    for (String database : DATABASES) {
      String owner = database + "_owner";
      String app = database + "_app";
      role(connection, owner);
      role(connection, app);
      if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
        run(connection, "create database " + database + " owner " + owner);
      }
      run(connection, "revoke all on database " + database + " from public");
      run(connection, "grant connect on database " + database + " to " + app);
      try (Connection inside = door.open(database)) {
        grants(inside, owner, app);
      }
    }
  }

  private void role(Connection connection, String role) throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      run(connection, "create role " + role + " login");
    }
    run(connection, "alter role " + role + " password " + quoted(passwords.of(role)));
  }

  /** Tables are append-only where a migration takes update and delete away again. */
  private static void grants(Connection inside, String owner, String app) throws SQLException {
    String future = "alter default privileges for role " + owner + " in schema public grant ";
    run(inside, "grant usage on schema public to " + app);
    run(inside, future + "select, insert, update, delete on tables to " + app);
    run(inside, future + "usage on sequences to " + app);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
