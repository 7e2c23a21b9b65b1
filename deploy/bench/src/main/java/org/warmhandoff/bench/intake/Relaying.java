package org.warmhandoff.bench.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.ground.Installation;

/**
 * The service's relay at the end of a phase. What it has not published yet is waited for, so that
 * no other's turn pays for it, and told.
 *
 * @param waiting rows of the outbox that were not published when the last post was answered
 * @param seconds until they were
 */
record Relaying(long waiting, double seconds) {

  private static final Duration BOUND = Duration.ofMinutes(5);

  /** Whatever began since the cursor's snapshot can be found by the index, the rest cannot wait. */
  private static final String WAITING =
      """
      select count(*) from outbox o, outbox_cursor c
      where o.xid >= pg_snapshot_xmin(c.window_from)
        and not pg_visible_in_snapshot(o.xid, c.window_from)""";

  static Relaying awaited(Ground ground) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    long first = waiting(ground);
    long now = first;
    while (now > 0) {
      if (System.nanoTime() - start > BOUND.toNanos()) {
        throw new IllegalStateException(now + " facts are not published after " + BOUND);
      }
      TimeUnit.MILLISECONDS.sleep(20);
      now = waiting(ground);
    }
    return new Relaying(first, (System.nanoTime() - start) / 1e9);
  }

  private static long waiting(Ground ground) throws SQLException {
    return Long.parseLong(ground.text(Installation.OURS, WAITING));
  }
}
