package org.warmhandoff.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void aBodyTellsItsNumberAndIsAboutFourHundredBytes() {
    for (long number : new long[] {0, 9, 10, 123_456, 4_799_999}) {
      byte[] body = Sample.of(number).bytes();
      assertThat(Sample.numberIn(body)).isEqualTo(number);
      assertThat(body).hasSizeBetween(380, 460);
    }
  }

  @Test
  void eachEventHasAnIdOfItsOwn() {
    assertThat(
            LongStream.range(0, 10_000)
                .mapToObj(number -> Sample.of(number).id())
                .collect(Collectors.<UUID>toSet()))
        .hasSize(10_000);
  }

  @Test
  void anAggregatesVersionsAreCountedFromOne() {
    Sample first = Sample.of(17);
    Sample second = Sample.of(17 + Task.KEYS);
    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.aggregate()).isEqualTo(first.aggregate());
    assertThat(Sample.of(18).aggregate()).isNotEqualTo(first.aggregate());
  }

  @Test
  void aKeyAlwaysHasTheSameTeller() {
    assertThat(Task.KEYS % Task.TELLERS).isZero();
  }
}
