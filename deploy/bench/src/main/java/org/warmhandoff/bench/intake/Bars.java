package org.warmhandoff.bench.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.posting.Reports;

/** The goals of intake. */
final class Bars {

  private static final double OF_PGBENCH = 0.8;
  private static final double OF_TWIN = 2;
  private static final double LINES = 10_000;
  private static final double P99_MILLIS = 150;

  private Bars() {}

  static List<Bar> of(Reports reports, List<Turns.Round> rounds) {
    return List.of(
        Bar.atLeast(
            "intake-" + reports.code() + "-vs-pgbench",
            median(rounds, round -> round.beside(round.pgbench())),
            OF_PGBENCH),
        Bar.atLeast(
            "intake-" + reports.code() + "-vs-twin",
            median(rounds, round -> round.beside(round.twin())),
            OF_TWIN));
  }

  static Bar lines(List<Streams.Result> rounds) {
    return Bar.atLeast(
        "intake-lines-per-second",
        median(rounds.stream().mapToDouble(Streams.Result::perSecond).toArray()),
        LINES);
  }

  static List<Bar> of(Overload.Result overload) {
    return List.of(
        Bar.atLeast("intake-overload-refused", overload.refused(), 1),
        Bar.atMost("intake-overload-p99-ms", overload.p99(), P99_MILLIS),
        Bar.atMost("intake-overload-answered-wrongly", overload.wrong(), 0));
  }

  static List<Bar> of(Ledger ledger, Stored stored) {
    return List.of(
        Bar.atMost("intake-lost", stored.lost(ledger.accepted()), 0),
        Bar.atMost(
            "intake-stored-though-refused", stored.storedThoughRefused(ledger.refused()), 0));
  }

  private static double median(List<Turns.Round> rounds, ToDoubleFunction<Turns.Round> value) {
    return median(rounds.stream().mapToDouble(value).toArray());
  }

  /** Of an even number the mean of the two in the middle; no number where one of them is none. */
  static double median(double... values) {
    if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
