package org.warmhandoff.eventing.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How a consumer's transactions go beside each other, on all replicas. Batches go together; what an
 * operator sends again goes alone, so that no newer record of its key passes it between the look at
 * the quarantine and the commit.
 */
enum Turn {
  WITH_OTHERS("pg_advisory_xact_lock_shared"),
  ALONE("pg_advisory_xact_lock");

  /** First half of the advisory lock's key, any number that nobody else in this database uses. */
  private static final int LOCK_CLASS = 0x57484F49;

  private final String waitForTurn;

  Turn(String lock) {
    // What a handler sees is at least as new as this snapshot.
    waitForTurn = "select pg_current_snapshot()::text, " + lock + "(?, hashtext(?))";
  }

  /**
   * Waits for the turn, which ends with the transaction.
   *
   * @return the snapshot before it
   */
  String await(Connection connection, String consumer) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(waitForTurn)) {
      select.setInt(1, LOCK_CLASS);
      select.setString(2, consumer);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
