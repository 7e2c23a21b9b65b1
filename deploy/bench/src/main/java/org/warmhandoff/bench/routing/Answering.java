package org.warmhandoff.bench.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.ground.Installation;

/**
 * Frees those who were paged a moment ago, as their acceptance of a call by phone would, and ends
 * their calls later on: without answers two hundred pages a second bind every worker there is, and
 * without ends each would have dozens of calls in hand. Only what an answer writes into the table
 * of holds is written; answers themselves are not measured here.
 */
final class Answering implements AutoCloseable {

  private static final long EVERY_MILLIS = 50;
  private static final String FREE =
      "update hold set binding = false, paged = false where binding and exists (select 1 from page p"
          + " where p.assignment = hold.assignment"
          + " and p.offered_at < clock_timestamp() - interval '200 ms')";

  /** Two calls in hand for each of two hundred workers, at two hundred a second. */
  private static final String END =
      "delete from hold where not binding and exists (select 1 from page p"
          + " where p.assignment = hold.assignment"
          + " and p.offered_at < clock_timestamp() - interval '2 s')";

  private static final int ROUNDS = 20;

  private final Ground ground;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long answered;

  Answering(Ground ground) {
    this.ground = ground;
    this.thread = Thread.ofPlatform().name("answering").daemon().start(this::work);
  }

  private void work() {
    try (Connection connection = ground.superuser(Installation.ROUTING);
        PreparedStatement free = connection.prepareStatement(FREE);
        PreparedStatement end = connection.prepareStatement(END)) {
      for (int round = 0; !closed; round++) {
        answered += free.executeUpdate();
        if (round % ROUNDS == 0) {
          end.executeUpdate();
        }
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("nobody answers any more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many were freed. */
  long answered() {
    return answered;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
