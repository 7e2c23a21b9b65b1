package org.warmhandoff.eventing.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.outbox.RepublishTable.Job;

/**
 * Tells a topic again, page by page, beside what is new. News does not wait for it: where a new
 * fact's aggregate has older ones that are still to be told again, those are told just before it;
 * and the news is told again itself, in its turn. So versions are in order for who reads from the
 * begin and keeps what is new, and for who keeps what stands last.
 */
final class Republishing {

  private static final Logger LOG = Logger.getLogger(Republishing.class);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Numbers looked at in one page, however few of them belong to it. */
  private static final long STRETCH = 50_000;

  private final RelayDatabase database;
  private final RepublishTable table;
  private final StillTold stillTold;
  private final int pageSize;
  private @Nullable Job job;
  private long lookedAt;

  Republishing(RelayDatabase database, StillTold stillTold, int pageSize) throws SQLException {
    this.database = database;
    this.table = database.republishTable();
    this.stillTold = stillTold;
    this.pageSize = pageSize;
    this.lookedAt = System.nanoTime();
    this.job = takeUp();
  }

  /**
   * Takes what could not be sent, in the same transaction, and moves the cursor's epoch's fence.
   */
  interface Office {
    void settle(Sender.Page page, Step step) throws SQLException, InterruptedException;

    /** A part of that transaction. */
    interface Step {
      void run() throws SQLException;
    }
  }

  /**
   * One page, where there is one to be told again.
   *
   * @return whether there is more
   */
  boolean advance(Sender sender, Set<String> held, Office office)
      throws SQLException, InterruptedException {
    Job now = current();
    if (now == null) {
      return false;
    }
    long upTo = Math.min(now.until(), now.at() + STRETCH);
    List<Row> rows = table.page(now, upTo, pageSize);
    long reached = rows.size() == pageSize ? rows.getLast().seq() : upTo;
    List<Row> told = stillTold.amongst(rows);
    office.settle(
        sender.send(told, held),
        () -> table.move(now, reached, told.size(), rows.size() - told.size()));
    if (reached >= now.until()) {
      LOG.infof("republish %d is done", now.number());
      job = null;
      return false;
    }
    job = now.movedTo(reached);
    return true;
  }

  /** Tells what must stand before these on their topic, and is still to be told again. */
  void bringForward(List<Row> news, Sender sender, Set<String> held, Office office)
      throws SQLException, InterruptedException {
    Job now = job;
    if (now == null || news.isEmpty()) {
      return;
    }
    List<Row> before = stillTold.amongst(table.before(now, news));
    long newest = news.stream().mapToLong(Row::seq).max().orElse(0);
    office.settle(sender.send(before, held), () -> job = table.reach(now, newest));
  }

  /** What became news before it was taken up is told again too. */
  private @Nullable Job takeUp() throws SQLException {
    Job found = table.underWay().orElse(null);
    return found == null ? null : table.reach(found, null);
  }

  private @Nullable Job current() throws SQLException {
    if (job == null && System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
      lookedAt = System.nanoTime();
      job = takeUp();
    }
    return job;
  }
}
