package org.warmhandoff.eventing.outbox;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.warmhandoff.eventing.Recalled;

/**
 * A relay in office: looks for news, sends it, moves the cursor. What it does after a failure is to
 * go back to the cursor; so its rows are sent at least once, and in order within each key.
 */
final class Leader {

  private static final Logger LOG = Logger.getLogger(Leader.class);

  /** Numbers of a large window held at a time, eight bytes each. */
  private static final int SEQS = 500_000;

  /** Pages under way while the next is read. */
  private static final int AHEAD = 2;

  /** How often a topic that does not take its facts is asked again. */
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * How old the stored cursor may get while news follows news; where none follows it is stored at
   * the next poll. What came in that time is sent twice after a crash; and so long a leader that
   * was deposed may go on sending what the next one sends.
   */
  private static final long STORE_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final RelayDatabase database;
  private final KafkaAccess kafka;
  private final HeldFacts heldFacts;
  private final Set<String> held;
  private final StillTold stillTold;
  private final Republishing republishing;
  private final RelayMeters meters;
  private final int pageSize;
  private Cursor cursor;
  private boolean stored = true;
  private long storedAt = System.nanoTime();
  private long askedAt = System.nanoTime();

  Leader(
      RelayDatabase database,
      KafkaAccess kafka,
      RelayMeters meters,
      Iterable<Recalled> recalled,
      int pageSize)
      throws SQLException {
    this.database = database;
    this.kafka = kafka;
    this.heldFacts = database.heldFacts();
    this.meters = meters;
    this.pageSize = pageSize;
    this.cursor = database.takeOver();
    this.held = heldFacts.topics();
    this.stillTold = new StillTold(recalled);
    this.republishing = new Republishing(database, stillTold, pageSize);
  }

  long epoch() {
    return cursor.epoch();
  }

  /**
   * Publishes one page, or what is left of a large window; and a page of what is to be told again.
   *
   * @return whether there is more, so that it is worth looking again at once; the bell rings for
   *     what comes meanwhile
   */
  boolean publish(Sender sender, BooleanSupplier stopping)
      throws SQLException, InterruptedException {
    if (!held.isEmpty() && System.nanoTime() - askedAt > ASK_AGAIN_NANOS) {
      askedAt = System.nanoTime();
      for (String topic : List.copyOf(held)) {
        release(topic, sender);
      }
    }
    boolean again = republishing.advance(sender, held, this::settleAgain);
    return news(sender, stopping) || again;
  }

  private boolean news(Sender sender, BooleanSupplier stopping)
      throws SQLException, InterruptedException {
    SnapshotWindow openWindow = cursor.to();
    if (openWindow != null) {
      drain(sender, openWindow, stopping);
      return true;
    }
    RelayDatabase.News news = database.news(cursor.from(), pageSize + 1);
    if (news.rows().isEmpty()) {
      storeOnceInAWhile();
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
    republishing.bringForward(news.rows(), sender, held, this::settleAgain);
    settle(sender.send(news.rows(), held), cursor.at(news.seen()));
    return false;
  }

  private void drain(Sender sender, SnapshotWindow window, BooleanSupplier stopping)
      throws SQLException, InterruptedException {
    long[] seqs = database.restOfWindow(cursor, window, SEQS);
    Deque<Sender.Page> underWay = new ArrayDeque<>();
    for (int at = 0; at < seqs.length && !stopping.getAsBoolean(); at += pageSize) {
      List<Row> rows = database.page(seqs, at, Math.min(seqs.length, at + pageSize));
      meters.underWay(rows);
      republishing.bringForward(rows, sender, held, this::settleAgain);
      underWay.add(sender.send(rows, held));
      if (underWay.size() > AHEAD) {
        settleFirst(underWay, window);
      }
    }
    while (!underWay.isEmpty()) {
      settleFirst(underWay, window);
    }
    if (seqs.length < SEQS && !stopping.getAsBoolean()) {
      move(cursor.at(window));
    }
  }

  private void settleFirst(Deque<Sender.Page> underWay, SnapshotWindow window)
      throws SQLException, InterruptedException {
    Sender.Page page = underWay.remove();
    settle(page, cursor.within(window, page.rows().getLast().seq()));
  }

  private void settle(Sender.Page page, Cursor next) throws SQLException, InterruptedException {
    page.awaitAcknowledged();
    List<Row> kept = page.kept();
    if (kept.isEmpty()) {
      move(next);
    } else {
      database.atomically(
          () -> {
            heldFacts.hold(kept);
            database.move(next);
          });
      cursor = next;
      stored();
      keep(kept);
    }
    meters.acknowledged(page.rows(), kept.size());
  }

  /** What was told again: the cursor stays, and says that this leader is still in office. */
  private void settleAgain(Sender.Page page, Republishing.Office.Step step)
      throws SQLException, InterruptedException {
    page.awaitAcknowledged();
    List<Row> kept = page.kept();
    database.atomically(
        () -> {
          heldFacts.hold(kept);
          step.run();
          database.move(cursor);
        });
    stored();
    keep(kept);
  }

  private void keep(List<Row> kept) {
    kept.stream()
        .map(Row::topic)
        .distinct()
        .filter(held::add)
        .forEach(
            topic -> LOG.errorf("topic %s does not take its facts: held until it does", topic));
  }

  private void release(String topic, Sender sender) throws SQLException, InterruptedException {
    if (!kafka.knows(topic)) {
      return;
    }
    List<Row> rows;
    do {
      rows = heldFacts.page(topic, pageSize);
      // It has waited, for days perhaps: what was recalled meanwhile is told nobody any more.
      Sender.Page page = sender.send(stillTold.amongst(rows), Set.of());
      page.awaitAcknowledged();
      if (!page.kept().isEmpty()) {
        return;
      }
      List<Row> published = rows;
      database.atomically(
          () -> {
            heldFacts.release(published);
            database.move(cursor);
          });
      stored();
      meters.acknowledged(rows, 0);
    } while (!rows.isEmpty());
    held.remove(topic);
    LOG.infof("topic %s takes its facts again", topic);
  }

  private void move(Cursor next) throws SQLException {
    cursor = next;
    stored = false;
    storeOnceInAWhile();
  }

  private void storeOnceInAWhile() throws SQLException {
    if (System.nanoTime() - storedAt > STORE_AFTER_NANOS) {
      store();
    }
  }

  /**
   * Stores how far it is, where that is not stored yet.
   *
   * @throws RelayDatabase.Deposed where another leader has taken over
   */
  void store() throws SQLException {
    if (!stored) {
      database.move(cursor);
      stored();
    }
  }

  private void stored() {
    stored = true;
    storedAt = System.nanoTime();
  }
}
