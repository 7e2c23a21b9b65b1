package org.warmhandoff.bench.relay;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Bar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The relay side by side with its peers, in one run on one database and one broker. */
@Command(
    name = "relay",
    mixinStandardHelpOptions = true,
    description = "the outbox relay beside Debezium Engine and gruelbox transaction-outbox",
    showDefaultValues = true)
public final class RelayCommand implements Callable<Integer> {

  @Option(names = "--rows", description = "rows there before the relay starts")
  private int rows = 1_000_000;

  @Option(names = "--rate", description = "commits a second of the steady feeds")
  private int rate = 1_000;

  @Option(names = "--seconds", description = "how long latency is measured")
  private int seconds = 60;

  @Option(names = "--warm-up", description = "seconds of feed before each measurement under feed")
  private int warmUp = 15;

  @Option(names = "--hold", description = "seconds a transaction is held open beside the feed")
  private int hold = 600;

  @Option(names = "--kills", description = "how often each is killed")
  private int kills = 50;

  @Option(names = "--seed", description = "of the moments of the kills")
  private long seed = 20_260_101;

  @Option(names = "--bound", description = "seconds after which a phase is cut off")
  private int bound = 900;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    List<Drain.Result> drains = new ArrayList<>();
    List<Latency.Result> latencies = new ArrayList<>();
    List<Hold.Result> holds = new ArrayList<>();
    List<Kills.Result> killings = new ArrayList<>();
    Duration patience = Duration.ofSeconds(bound);
    System.out.println("Starting the database and the broker …");
    try (Ground ground = new Ground()) {
      for (Peer peer : Peer.values()) {
        say("draining %,d rows", peer, rows);
        drains.add(new Drain(rows, patience).run(ground, peer));
      }
      Tables.drain(drains, rows);
      for (Peer peer : Peer.values()) {
        say("latency at %,d commits a second", peer, rate);
        latencies.add(new Latency(rate, seconds, warmUp, patience).run(ground, peer));
      }
      Tables.latency(latencies, rate, seconds);
      for (Peer peer : Peer.values()) {
        say("beside a transaction held for %,d s", peer, hold);
        holds.add(new Hold(rate, warmUp, Duration.ofSeconds(hold), patience).run(ground, peer));
      }
      Tables.hold(holds, rate, hold);
      for (Peer peer : Peer.values()) {
        say("%,d kills", peer, kills);
        killings.add(new Kills(kills, rate, seed, patience).run(ground, peer));
      }
      Tables.kills(killings, seed);
    }
    List<Bar> bars = Bars.of(drains, latencies, holds, killings, kills);
    bars.forEach(System.out::println);
    return bars.stream().allMatch(Bar::reached) ? 0 : 1;
  }

  private static void say(String what, Peer peer, int number) {
    System.out.printf("… %s: %s%n", peer.word(), String.format(Locale.ROOT, what, number));
  }
}
