package org.warmhandoff.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 1", "1, 1", "1.1, 2", "50, 50", "99, 99", "99.5, 100", "100, 100"})
  void isTheValueOfTheNearestRank(double percent, long value) {
    long[] hundred = LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray();
    assertThat(Percentiles.of(hundred).at(percent)).isEqualTo(value);
  }

  @Test
  void oneValueIsAllPercentiles() {
    Percentiles one = Percentiles.of(new long[] {7});
    assertThat(one.at(1)).isEqualTo(one.at(50)).isEqualTo(one.at(100)).isEqualTo(7);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThatThrownBy(() -> Percentiles.of(new long[0]).at(50))
        .isInstanceOf(IllegalStateException.class);
  }
}
