package org.warmhandoff.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.posting.Reports;

class BarsTest {

  @Test
  void theMedianOfTheRatiosCounts() {
    List<Turns.Round> rounds =
        List.of(round(1_000, 900, 300), round(1_000, 700, 500), round(500, 410, 200));
    assertThat(Bars.of(Reports.ALONE, rounds))
        .hasToString(
            "[BAR intake-posts-vs-pgbench 0.82 >=0.80 ok, BAR intake-posts-vs-twin 2.05 >=2 ok]");
  }

  @Test
  void withoutPgbenchTheBarFallsShort() {
    assertThat(Bars.of(Reports.WITH_PERSONS, List.of(round(Double.NaN, 900, 300))))
        .extracting(Bar::reached)
        .containsExactly(false, true);
  }

  @Test
  void whatWasAcceptedAndIsNotThereWholeIsLost() {
    Ledger ledger = new Ledger(of(1, 2, 3), of(4, 5));
    Stored stored = new Stored(of(1, 4), of(2));
    assertThat(Bars.of(ledger, stored))
        .hasToString("[BAR intake-lost 2 <=0 short, BAR intake-stored-though-refused 1 <=0 short]");
  }

  private static Turns.Round round(double pgbench, double ours, double twin) {
    return new Turns.Round(pgbench, ours, twin, List.of());
  }

  private static BitSet of(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }
}
