package org.warmhandoff.eventing.outbox;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A relay in office: looks for news, sends it, moves the cursor. What it does after a failure is to
 * go back to the cursor; so its rows are sent at least once, and in order within each key.
 */
final class Leader {

  /** Numbers of a large window held at a time, eight bytes each. */
  private static final int SEQS = 500_000;

  /** Pages under way while the next is read. */
  private static final int AHEAD = 2;

  private final RelayDatabase database;
  private final RelayMeters meters;
  private final int pageSize;
  private Cursor cursor;

  Leader(RelayDatabase database, RelayMeters meters, int pageSize) throws SQLException {
    this.database = database;
    this.meters = meters;
    this.pageSize = pageSize;
    this.cursor = database.takeOver();
  }

  long epoch() {
    return cursor.epoch();
  }

  /**
   * Publishes one page, or what is left of a large window.
   *
   * @return whether there was anything, so that it is worth looking again at once
   */
  boolean publish(Sender sender, BooleanSupplier stopping)
      throws SQLException, InterruptedException {
    SnapshotWindow openWindow = cursor.to();
    if (openWindow != null) {
      drain(sender, openWindow, stopping);
      return true;
    }
    RelayDatabase.News news = database.news(cursor.from(), pageSize + 1);
    if (news.rows().isEmpty()) {
      // Not stored: a successor that looks from further back finds nothing either.
      cursor = cursor.at(news.seen());
      meters.drained();
      return false;
    }
    if (news.rows().size() > pageSize) {
      cursor = cursor.within(news.seen(), 0);
      return true;
    }
    meters.underWay(news.rows());
    sender.send(news.rows()).awaitAcknowledged();
    move(cursor.at(news.seen()));
    meters.acknowledged(news.rows());
    return true;
  }

  private void drain(Sender sender, SnapshotWindow window, BooleanSupplier stopping)
      throws SQLException, InterruptedException {
    long[] seqs = database.restOfWindow(cursor, window, SEQS);
    Deque<Sender.Page> underWay = new ArrayDeque<>();
    for (int at = 0; at < seqs.length && !stopping.getAsBoolean(); at += pageSize) {
      List<Row> rows = database.page(seqs, at, Math.min(seqs.length, at + pageSize));
      meters.underWay(rows);
      underWay.add(sender.send(rows));
      if (underWay.size() > AHEAD) {
        settle(underWay.remove(), window);
      }
    }
    while (!underWay.isEmpty()) {
      settle(underWay.remove(), window);
    }
    if (seqs.length < SEQS && !stopping.getAsBoolean()) {
      move(cursor.at(window));
    }
  }

  private void settle(Sender.Page page, SnapshotWindow window)
      throws SQLException, InterruptedException {
    page.awaitAcknowledged();
    move(cursor.within(window, page.rows().getLast().seq()));
    meters.acknowledged(page.rows());
  }

  private void move(Cursor next) throws SQLException {
    database.move(next);
    cursor = next;
  }
}
