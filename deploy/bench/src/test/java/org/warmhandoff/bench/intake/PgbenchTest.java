package org.warmhandoff.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgbenchTest {

  private static final String PRINTED =
      """
      transaction type: posts.sql
      number of transactions actually processed: 61432
      number of failed transactions: %s (0.000%%)
      latency average = 20.845 ms
      initial connection time = 120.442 ms
      tps = 3070.250000 (without initial connection time)
      """;

  @Test
  void itsRateIsReadFromWhatItPrints() {
    assertThat(Pgbench.Done.read(PRINTED.formatted("0")))
        .isEqualTo(new Pgbench.Done(61_432, 3_070.25));
  }

  @Test
  void aRunWithFailuresIsNone() {
    assertThatThrownBy(() -> Pgbench.Done.read(PRINTED.formatted("3")))
        .isInstanceOf(IllegalStateException.class);
  }
}
