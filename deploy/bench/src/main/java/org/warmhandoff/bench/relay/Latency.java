package org.warmhandoff.bench.relay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.warmhandoff.bench.contestant.Task;
import org.warmhandoff.bench.ground.Child;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Arrivals;
import org.warmhandoff.bench.measure.Percentiles;

/**
 * From a commit's return in the contestant's process to the record's arrival here, at a steady rate
 * of commits of one event. Both read the machine's one monotonic clock. The first seconds, in which
 * the JVM is still warming up, are left out.
 */
record Latency(int rate, int seconds, int warmUp, Duration bound) {

  /**
   * What came of it, times in milliseconds.
   *
   * @param told commits a second that were reached
   */
  record Result(
      Peer peer,
      double told,
      double p50,
      double p99,
      double max,
      Used used,
      int lost,
      long duplicates,
      long disorders) {}

  Result run(Ground ground, Peer peer) throws IOException, SQLException, InterruptedException {
    int count = rate * (warmUp + seconds);
    try (Stage stage = new Stage(ground, peer, "latency")) {
      long[] arrived;
      long[] committed;
      int lost;
      Used used;
      Arrivals arrivals = stage.arrivals(count);
      try (arrivals;
          Child relay = stage.relay(0, count, rate, false)) {
        Used before = stage.used(relay);
        boolean all = arrivals.await(count, bound.plusSeconds(warmUp + seconds), relay::alive);
        used = stage.used(relay).since(before);
        if (!stage.fedAll() && !awaitFed(stage, relay)) {
          throw new IllegalStateException(peer.word() + " told no more: " + stage.log());
        }
        BitSet told = new BitSet();
        told.set(0, count);
        lost = all ? 0 : arrivals.tally().missing(told);
        committed = commits(stage.folder().resolve(Task.COMMITS), count);
      }
      arrived = arrivals.firstAt();
      int first = rate * warmUp;
      long[] waits =
          IntStream.range(first, count)
              .filter(i -> arrived[i] != 0)
              .mapToLong(i -> Math.max(0, arrived[i] - committed[i]))
              .toArray();
      Percentiles times = Percentiles.of(waits);
      return new Result(
          peer,
          rateOf(Arrays.copyOfRange(committed, first, count)),
          millis(times.at(50)),
          millis(times.at(99)),
          millis(times.at(100)),
          used,
          lost,
          arrivals.tally().duplicates(),
          arrivals.tally().disorders());
    }
  }

  private static boolean awaitFed(Stage stage, Child relay) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (!stage.fedAll() && relay.alive() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return stage.fedAll();
  }

  private static double rateOf(long[] committed) {
    Percentiles times = Percentiles.of(committed);
    return committed.length / ((times.at(100) - times.at(0)) / 1e9);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static long[] commits(Path file, int count) throws IOException {
    long[] commits = new long[count];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int i = 0; i < count; i++) {
        commits[i] = in.readLong();
      }
    }
    return commits;
  }
}
