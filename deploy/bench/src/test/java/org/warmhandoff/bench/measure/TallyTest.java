package org.warmhandoff.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally(10);

  @Test
  void countsWhatCameAndWhatDidNot() {
    arrive(0, 1, 2, 5);
    assertThat(tally.distinct()).isEqualTo(4);
    assertThat(tally.missing(told(0, 1, 2, 3, 4))).isEqualTo(2);
    assertThat(tally.unheardOf(told(0, 1, 2, 3, 4))).isEqualTo(1);
  }

  @Test
  void whatComesAgainIsADuplicateAndNoDisorder() {
    arrive(3, 13, 3, 13, 13, 23);
    assertThat(tally.duplicates()).isEqualTo(3);
    assertThat(tally.disorders()).isZero();
    assertThat(tally.distinct()).isEqualTo(3);
  }

  @Test
  void orderHoldsWithinAKeyAlone() {
    arrive(4, 3, 2, 1);
    assertThat(tally.disorders()).isZero();
  }

  @Test
  void aFirstArrivalAfterALaterOneOfItsKeyIsADisorder() {
    arrive(7, 27, 17, 37, 47);
    assertThat(tally.disorders()).isEqualTo(1);
  }

  private void arrive(long... numbers) {
    for (long number : numbers) {
      tally.arrived(number);
    }
  }

  private static BitSet told(int... numbers) {
    BitSet told = new BitSet();
    for (int number : numbers) {
      told.set(number);
    }
    return told;
  }
}
