package org.warmhandoff.bench.relay;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.warmhandoff.bench.measure.Bar;

/** The goals of the relay, over the results of all phases. */
final class Bars {

  private Bars() {}

  static List<Bar> of(
      List<Drain.Result> drains,
      List<Latency.Result> latencies,
      List<Hold.Result> holds,
      List<Kills.Result> kills,
      int wanted) {
    double ours = of(drains, Peer.OURS).perCpuSecond();
    return List.of(
        Bar.atLeast(
            "relay-per-cpu-second-vs-debezium", ours / of(drains, Peer.DEBEZIUM).perCpuSecond(), 2),
        Bar.atLeast(
            "relay-per-cpu-second-vs-gruelbox",
            ours / of(drains, Peer.GRUELBOX).perCpuSecond(),
            10),
        Bar.atMost(
            "relay-p99-vs-debezium",
            latency(latencies, Peer.OURS) / latency(latencies, Peer.DEBEZIUM),
            0.5),
        Bar.atLeast(
            "relay-kills-that-hit",
            kills.stream().mapToInt(Kills.Result::kills).min().orElse(0),
            wanted),
        Bar.atMost("relay-lost", (double) lost(drains, latencies, holds, kills), 0),
        Bar.atMost("relay-out-of-order", (double) disorders(drains, latencies, holds, kills), 0));
  }

  private static long lost(
      List<Drain.Result> drains,
      List<Latency.Result> latencies,
      List<Hold.Result> holds,
      List<Kills.Result> kills) {
    return ours(drains, Drain.Result::peer, Drain.Result::lost)
        + ours(latencies, Latency.Result::peer, Latency.Result::lost)
        + ours(holds, Hold.Result::peer, Hold.Result::lost)
        + ours(kills, Kills.Result::peer, Kills.Result::lost);
  }

  private static long disorders(
      List<Drain.Result> drains,
      List<Latency.Result> latencies,
      List<Hold.Result> holds,
      List<Kills.Result> kills) {
    return ours(drains, Drain.Result::peer, Drain.Result::disorders)
        + ours(latencies, Latency.Result::peer, Latency.Result::disorders)
        + ours(holds, Hold.Result::peer, Hold.Result::disorders)
        + ours(kills, Kills.Result::peer, Kills.Result::disorders);
  }

  private static <T> long ours(List<T> results, Function<T, Peer> peer, ToLongFunction<T> value) {
    return results.stream().filter(one -> peer.apply(one) == Peer.OURS).mapToLong(value).sum();
  }

  private static Drain.Result of(List<Drain.Result> results, Peer peer) {
    return results.stream().filter(one -> one.peer() == peer).findFirst().orElseThrow();
  }

  private static double latency(List<Latency.Result> results, Peer peer) {
    return results.stream()
        .filter(one -> one.peer() == peer)
        .mapToDouble(Latency.Result::p99)
        .findFirst()
        .orElseThrow();
  }
}
