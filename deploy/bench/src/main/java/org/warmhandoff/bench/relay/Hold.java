package org.warmhandoff.bench.relay;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.ground.Child;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Arrivals;

/**
 * A steady feed beside a transaction that stays open, with an id and a snapshot of its own: nothing
 * that dies after its begin can be cleaned away. It begins when the feed's first seconds are over,
 * in which the JVM warms up. Told in ten slices.
 *
 * @param warmUp seconds
 */
record Hold(int rate, int warmUp, Duration held, Duration bound) {

  private static final int SLICES = 10;

  /** Seconds of feed more than are measured, and of patience with who falls behind warming up. */
  private static final int SPARE = 3;

  /** What of a table is left at the end; size in bytes with indexes. */
  private static final String TABLES =
      """
      select relname, pg_total_relation_size(relid), n_live_tup, n_dead_tup
      from pg_stat_user_tables where n_live_tup + n_dead_tup > 0 and relname in
        ('outbox', 'outbox_cursor', 'outbox_events', 'txno_outbox')
      order by relname""";

  private static final String RETAINED =
      """
      select coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)), 0)::bigint
      from pg_replication_slots""";

  /**
   * One slice.
   *
   * @param events that arrived in it
   */
  record Slice(double seconds, int events, Used used) {

    double perSecond() {
      return events / seconds;
    }

    /**
     * Microseconds of processor for an event, of the relay without its tellers and the database.
     */
    double microsPerEvent() {
      return (used.both() - used.feeding()) * 1e6 / events;
    }

    double ownMicrosPerEvent() {
      return (used.contestant() - used.feeding()) * 1e6 / events;
    }
  }

  record Table(String name, long bytes, long live, long dead) {}

  /**
   * @param retained bytes of the write-ahead log that a slot holds back
   */
  record Result(
      Peer peer,
      List<Slice> slices,
      List<Table> tables,
      long retained,
      int lost,
      long duplicates,
      long disorders) {}

  Result run(Ground ground, Peer peer) throws IOException, SQLException, InterruptedException {
    int count = Math.toIntExact(rate * (warmUp + SPARE + held.toSeconds()));
    try (Stage stage = new Stage(ground, peer, "hold");
        Connection holder = stage.connect();
        Arrivals arrivals = stage.arrivals(0);
        Child relay = stage.relay(0, count, rate, false)) {
      arrivals.await(rate * warmUp, Duration.ofSeconds(warmUp + SPARE), relay::alive);
      hold(holder);
      List<Slice> slices = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 1; i <= SLICES; i++) {
        slices.add(slice(stage, relay, arrivals, start + held.toNanos() * i / SLICES));
      }
      List<Table> tables = tables(stage);
      long retained = Long.parseLong(stage.text(RETAINED));
      holder.rollback();
      boolean all = arrivals.await(count, bound, relay::alive);
      BitSet told = new BitSet();
      told.set(0, count);
      return new Result(
          peer,
          slices,
          tables,
          retained,
          all ? 0 : arrivals.tally().missing(told),
          arrivals.tally().duplicates(),
          arrivals.tally().disorders());
    }
  }

  private static void hold(Connection holder) throws SQLException {
    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    }
  }

  private static Slice slice(Stage stage, Child relay, Arrivals arrivals, long until)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    int before = arrivals.distinct();
    Used used = stage.used(relay);
    TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
    return new Slice(
        (System.nanoTime() - start) / 1e9,
        arrivals.distinct() - before,
        stage.used(relay).since(used));
  }

  private static List<Table> tables(Stage stage) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Connection connection = stage.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
    }
    return tables;
  }
}
