package org.warmhandoff.bench.relay;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import org.warmhandoff.bench.ground.Child;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Arrivals;

/**
 * Rows that were there before the relay: how fast they go out, and what that costs. Time and
 * processor count from the moment its JVM is up and the library is told to start.
 */
record Drain(int rows, Duration bound) {

  /**
   * What came of it.
   *
   * @param events that arrived, all of them unless it was cut off
   */
  record Result(
      Peer peer, int events, double seconds, Used used, int lost, long duplicates, long disorders) {

    double perSecond() {
      return events / seconds;
    }

    /** Events per processor second of relay and database together. */
    double perCpuSecond() {
      return events / used.both();
    }

    double perOwnCpuSecond() {
      return events / used.contestant();
    }
  }

  Result run(Ground ground, Peer peer) throws IOException, SQLException, InterruptedException {
    try (Stage stage = new Stage(ground, peer, "drain")) {
      stage.load(rows);
      try (Arrivals arrivals = stage.arrivals(0);
          Child relay = stage.relay()) {
        long start = System.nanoTime();
        Used before = stage.used(relay);
        boolean all = arrivals.await(rows, bound, relay::alive);
        Used used = stage.used(relay).since(before);
        long end = all ? arrivals.lastAt() : System.nanoTime();
        BitSet told = new BitSet();
        told.set(0, rows);
        return new Result(
            peer,
            arrivals.distinct(),
            (end - start) / 1e9,
            used,
            arrivals.tally().missing(told),
            arrivals.tally().duplicates(),
            arrivals.tally().disorders());
      }
    }
  }
}
