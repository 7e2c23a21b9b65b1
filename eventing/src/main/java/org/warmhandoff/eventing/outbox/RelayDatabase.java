package org.warmhandoff.eventing.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relay's side of the database: a connection of its own, which holds the leader's lock and on
 * which alone the outbox is read and the cursor moved. When it breaks, so does the leadership.
 */
final class RelayDatabase implements AutoCloseable {

  private static final int SHARD = 0;

  /** First half of the advisory lock's key, any number that nobody else in this database uses. */
  private static final int LOCK_CLASS = 0x57484F52;

  /** What opened since the last snapshot: from its xmax on, or running in it; seen now. */
  private static final String SINCE = "(xid >= ?::xid8 or xid = any(?::xid8[]))";

  /** Only one relay of a service publishes, so that order holds. */
  private static final String LEAD = "select pg_try_advisory_lock(?, ?), pg_is_in_recovery()";

  /** A new leader fences off the one before it. */
  private static final String TAKE_OVER =
      """
      update outbox_cursor set epoch = epoch + 1, moved_at = clock_timestamp() where shard = ?
      returning epoch, window_from::text, window_to::text, last_seq, pg_current_snapshot()::text""";

  /** Facts that became visible since the last look, and what is visible now, in one snapshot. */
  static final String NEWS =
      "select now.seen, fact.* from (select pg_current_snapshot()::text as seen) now"
          + " left join lateral (select "
          + Row.COLUMNS
          + " from outbox where "
          + SINCE
          // The sum keeps the planner from walking the whole table in the order of its key.
          + " order by seq + 0 limit ?) fact on true";

  /** The rows of a window that is too large for one page, while its end stays fixed. */
  private static final String REST_OF_WINDOW =
      "select seq from outbox where "
          + SINCE
          + " and xid < ?::xid8 and pg_visible_in_snapshot(xid, ?::pg_snapshot) and seq > ?"
          + " order by seq + 0 limit ?";

  /** One page of such a window. */
  private static final String PAGE =
      "select " + Row.COLUMNS + " from outbox where seq = any(?) order by seq";

  /** What was acknowledged is not sent again; a leader of the past moves nothing. */
  private static final String MOVE =
      """
      update outbox_cursor set window_from = ?::pg_snapshot, window_to = ?::pg_snapshot,
        last_seq = ?, moved_at = clock_timestamp()
      where shard = ? and epoch = ?""";

  private final Connection connection;
  private final String source;
  private final Planning planning;
  private final PreparedStatement news;
  private final PreparedStatement page;
  private final PreparedStatement move;

  private RelayDatabase(Connection connection, String source) throws SQLException {
    this.connection = connection;
    this.source = source;
    this.planning = Planning.forNews(connection);
    this.news = connection.prepareStatement(NEWS);
    this.page = connection.prepareStatement(PAGE);
    this.move = connection.prepareStatement(MOVE);
  }

  /**
   * @param source CloudEvents source of the rows
   */
  static RelayDatabase connect(String url, String user, String password, String source)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "relay of " + source);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("logServerErrorDetail", "false");
    // From the second execution on the server keeps the plan's parse.
    properties.setProperty("prepareThreshold", "1");
    Connection connection = DriverManager.getConnection(url, properties);
    try {
      Planning.set(connection, "set statement_timeout = '55s'");
      return new RelayDatabase(connection, source);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Tries to become the one leader; false where another is. */
  boolean tryToLead() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEAD)) {
      statement.setInt(1, LOCK_CLASS);
      statement.setInt(2, SHARD);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        if (result.getBoolean(2)) {
          throw new Refused("the outbox must be read on the primary; this database is a standby");
        }
        return result.getBoolean(1);
      }
    }
  }

  /**
   * Raises the epoch.
   *
   * @throws Refused where the database was restored into a cluster with younger transaction ids
   */
  Cursor takeOver() throws SQLException {
    Cursor cursor;
    try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
      statement.setInt(1, SHARD);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new Refused("outbox_cursor has no row: the database was not migrated");
        }
        String to = result.getString(3);
        cursor =
            new Cursor(
                result.getLong(1),
                SnapshotWindow.parse(result.getString(2)),
                to == null ? null : SnapshotWindow.parse(to),
                result.getLong(4));
        if (cursor.from().isAheadOf(SnapshotWindow.parse(result.getString(5)))) {
          throw new Refused(
              "this database was restored into another cluster, whose transaction ids are younger"
                  + " than the outbox's: nothing is published until its owner has set the outbox's"
                  + " xid and outbox_cursor.window_from anew");
        }
      }
    }
    // Moves of the cursor need not survive a crash of the database: what is then sent twice, the
    // inboxes drop.
    Planning.set(connection, "set synchronous_commit = off");
    return cursor;
  }

  /** Where facts are kept whose topic does not take them. */
  HeldFacts heldFacts() {
    return new HeldFacts(connection, source);
  }

  /** What is to be told again. */
  RepublishTable republishTable() {
    return new RepublishTable(planning, connection, source);
  }

  /** Several statements, all or none of them. */
  void atomically(Step step) throws SQLException {
    connection.setAutoCommit(false);
    try {
      step.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** A part of a transaction. */
  interface Step {
    void run() throws SQLException;
  }

  /** What is new, at most {@code limit} rows of it. */
  News news(SnapshotWindow since, int limit) throws SQLException {
    bindSince(news, since);
    news.setInt(3, limit);
    try (ResultSet result = news.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      String seen = "";
      while (result.next()) {
        seen = result.getString(1);
        result.getLong(2);
        if (!result.wasNull()) {
          rows.add(Row.read(result, 2, source));
        }
      }
      return new News(SnapshotWindow.parse(seen), rows);
    }
  }

  /** The numbers of the rows left in an open window, ascending, at most {@code limit}. */
  long[] restOfWindow(Cursor cursor, SnapshotWindow to, int limit) throws SQLException {
    return planning.anew(() -> readRestOfWindow(cursor, to, limit));
  }

  private long[] readRestOfWindow(Cursor cursor, SnapshotWindow to, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REST_OF_WINDOW)) {
      bindSince(statement, cursor.from());
      statement.setString(3, Long.toString(to.xmax()));
      statement.setString(4, to.toString());
      statement.setLong(5, cursor.lastSeq());
      statement.setInt(6, limit);
      statement.setFetchSize(0);
      try (ResultSet result = statement.executeQuery()) {
        long[] seqs = new long[1024];
        int count = 0;
        while (result.next()) {
          if (count == seqs.length) {
            seqs = Arrays.copyOf(seqs, count * 2);
          }
          seqs[count++] = result.getLong(1);
        }
        return Arrays.copyOf(seqs, count);
      }
    }
  }

  List<Row> page(long[] seqs, int from, int to) throws SQLException {
    Long[] wanted = new Long[to - from];
    Arrays.setAll(wanted, i -> seqs[from + i]);
    page.setArray(1, connection.createArrayOf("bigint", wanted));
    try (ResultSet result = page.executeQuery()) {
      List<Row> rows = new ArrayList<>(wanted.length);
      while (result.next()) {
        rows.add(Row.read(result, 1, source));
      }
      return rows;
    }
  }

  /**
   * Moves the cursor.
   *
   * @throws Deposed where another leader has taken over
   */
  void move(Cursor cursor) throws SQLException {
    move.setString(1, cursor.from().toString());
    move.setString(2, Optional.ofNullable(cursor.to()).map(SnapshotWindow::toString).orElse(null));
    move.setLong(3, cursor.lastSeq());
    move.setInt(4, SHARD);
    move.setLong(5, cursor.epoch());
    if (move.executeUpdate() == 0) {
      throw new Deposed(cursor.epoch());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void bindSince(PreparedStatement statement, SnapshotWindow since)
      throws SQLException {
    statement.setString(1, Long.toString(since.xmax()));
    statement.setString(
        2,
        Arrays.stream(since.xip())
            .mapToObj(Long::toString)
            .collect(Collectors.joining(",", "{", "}")));
  }

  /**
   * What a look at the outbox found.
   *
   * @param seen the snapshot of the look
   */
  record News(SnapshotWindow seen, List<Row> rows) {}

  /** Another leader has taken over; this one stops. */
  static final class Deposed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Deposed(long epoch) {
      super("epoch " + epoch + " is over, another relay leads");
    }
  }

  /** The relay cannot work on this database until someone acts. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(@Nullable String why) {
      super(why);
    }
  }
}
