package org.warmhandoff.bench.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.posting.Reports;

/**
 * What is found in the service's database afterwards, by the numbers of the posts.
 *
 * @param whole stored once, with one row in the outbox that tells of it
 * @param odd stored twice, or with none or several such rows
 */
record Stored(BitSet whole, BitSet odd) {

  private static final String QUERY =
      """
      select i.external_id, (select count(*) from outbox o
        where o.topic = 'incident.events.v1' and o.subject = i.id and o.version = 1)
      from incident i where i.external_id like '"""
          + Reports.PREFIX
          + "%'";

  /** Reads all of it. */
  static Stored in(Ground ground) throws SQLException {
    BitSet whole = new BitSet();
    BitSet odd = new BitSet();
    try (Connection connection = ground.superuser(Installation.OURS)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(10_000);
        try (ResultSet rows = statement.executeQuery(QUERY)) {
          while (rows.next()) {
            int number = Integer.parseInt(rows.getString(1).substring(Reports.PREFIX.length()));
            if (rows.getLong(2) == 1 && !whole.get(number)) {
              whole.set(number);
            } else {
              odd.set(number);
            }
          }
        }
      }
    }
    return new Stored(whole, odd);
  }

  /** Accepted, and not found as it should be. */
  int lost(BitSet accepted) {
    BitSet lost = (BitSet) accepted.clone();
    lost.andNot(whole);
    lost.or(odd);
    return lost.cardinality();
  }

  /** Refused, and stored all the same. */
  int storedThoughRefused(BitSet refused) {
    BitSet stored = (BitSet) whole.clone();
    stored.or(odd);
    stored.and(refused);
    return stored.cardinality();
  }
}
