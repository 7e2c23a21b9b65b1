package org.warmhandoff.bench.relay;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.ground.Child;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Arrivals;

/**
 * Kills the contestant's process, tellers and relay at once, again and again at seeded moments
 * after its first record, and lets a last life publish what is left. What was committed stands in a
 * table of its own, written in the telling transactions.
 */
record Kills(int kills, int rate, long seed, Duration bound) {

  /** Numbers set aside for each life; its tellers never come that far. */
  private static final int LIFE = 96_000;

  private static final int EARLIEST_MILLIS = 50;
  private static final int LATEST_MILLIS = 1_500;

  /**
   * What came of it.
   *
   * @param kills that hit a life which had published
   * @param told events whose transaction was committed
   * @param unheardOf that arrived without ever having been committed
   */
  record Result(
      Peer peer,
      int kills,
      int told,
      int lost,
      long duplicates,
      long disorders,
      int unheardOf,
      double seconds) {}

  Result run(Ground ground, Peer peer) throws IOException, SQLException, InterruptedException {
    Random random = new Random(seed);
    long start = System.nanoTime();
    try (Stage stage = new Stage(ground, peer, "kills");
        Arrivals arrivals = stage.arrivals(0)) {
      int hit = 0;
      for (int life = 0; life < kills; life++) {
        int delay = random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS);
        try (Child relay = stage.relay((long) life * LIFE, LIFE, rate, true)) {
          hit += arrivals.await(arrivals.distinct() + 1, bound, relay::alive) ? 1 : 0;
          TimeUnit.MILLISECONDS.sleep(delay);
          relay.kill();
        }
      }
      // A commit may have reached the server whose answer nobody waited for: they end first.
      stage.awaitSessionsEnd();
      BitSet told = stage.noted();
      try (Child last = stage.relay()) {
        boolean[] quiet = new boolean[1];
        arrivals.await(
            Integer.MAX_VALUE,
            bound,
            () -> {
              quiet[0] = arrivals.tally().missing(told) == 0;
              return !quiet[0] && last.alive();
            });
        return new Result(
            peer,
            hit,
            told.cardinality(),
            arrivals.tally().missing(told),
            arrivals.tally().duplicates(),
            arrivals.tally().disorders(),
            arrivals.tally().unheardOf(told),
            (System.nanoTime() - start) / 1e9);
      }
    }
  }
}
