package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.warmhandoff.eventing.DueWork;

/** Counts what is under way. */
@ApplicationScoped
public class ReadFlow {

  /**
   * An operator sees at a glance what has not gone out, and what could not be taken. What is held
   * has a count of its own: one topic that is missing must not hide that nothing is sent at all.
   */
  private static final String COUNT =
      """
      select pending.count, pending.oldest,
        (select count(*) from parked),
        (select count(*) from quarantine),
        (select count(*) from inbox where not known),
        (select count(*) from outbox_held)
      from (
        select count(*) as count,
          coalesce(extract(epoch from clock_timestamp()
            - min(fact.recorded_at) filter (where not fact.held)), 0) as oldest
        from (
          select o.recorded_at, false as held from outbox_cursor c
          cross join lateral (
            select n.* from outbox n where n.xid >= pg_snapshot_xmax(c.window_from)
            union all
            select r.* from pg_snapshot_xip(c.window_from) as running (xid)
              join outbox r on r.xid = running.xid
          ) o
          where not (c.window_to is not null and o.seq <= c.last_seq
            and pg_visible_in_snapshot(o.xid, c.window_to))
          union all
          select o.recorded_at, true from outbox_held h join outbox o on o.seq = h.seq
        ) fact
      ) pending""";

  private final DataSource database;
  private final Instance<DueWork> dueWork;

  ReadFlow(DataSource database, Instance<DueWork> dueWork) {
    this.database = database;
    this.dueWork = dueWork;
  }

  /**
   * Due work is counted before the outbox: what is found done then was committed with its events,
   * and those are seen, or published, when the outbox is counted. The other way round a deadline
   * that commits in between would be in neither.
   */
  public Flow now() {
    long due = dueWork.stream().mapToLong(DueWork::due).sum();
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT);
        ResultSet row = count.executeQuery()) {
      row.next();
      return new Flow(
          new Flow.Pending(row.getLong(1), row.getDouble(2)),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          due);
    } catch (SQLException e) {
      throw new IllegalStateException("flow: " + e.getSQLState(), e);
    }
  }
}
