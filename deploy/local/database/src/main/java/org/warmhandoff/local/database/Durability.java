package org.warmhandoff.local.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A commit that was answered must be there after a power cut. The embedded server is made for
 * throw-away tests and starts with all of these off on its command line, where ALTER SYSTEM cannot
 * reach them, so they are set there and then asked back.
 */
final class Durability {

  static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  static void check(Connection connection) throws SQLException {
    for (String name : SETTINGS) {
      try (Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery("show " + name)) {
        answer.next();
        String value = answer.getString(1);
        if (!"on".equals(value)) {
          throw new IllegalStateException(name + " is " + value + ": this server may lose commits");
        }
      }
    }
  }
}
