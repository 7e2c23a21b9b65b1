package org.warmhandoff.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.simulator.demo.Released.Shown;

class LineTest {

  @ParameterizedTest
  @CsvSource({
    "247, 247, false, false",
    "247, 246, false, true",
    "247, hidden, false, true",
    "247, hidden, true, false",
    "3, hidden, true, false",
    "247, none, true, true",
    "0, none, false, false",
    "0, 1, true, true",
  })
  void what_is_wrong_missing_or_hidden_without_need_differs(
      long own, String shown, boolean smallOnes, boolean differs) {
    assertThat(Line.compared("connected", own, shown(shown)).differs(smallOnes)).isEqualTo(differs);
    assertThat(Line.alone("connected", own).differs(smallOnes)).isFalse();
  }

  @Test
  void what_is_left_of_a_whole_may_be_the_small_one() {
    Line sent = Line.compared("sent", 31, new Shown.Count(31));
    assertThat(sent.leaves(Line.compared("accepted", 24, new Shown.Hidden()), 10)).isTrue();
    assertThat(sent.leaves(Line.compared("accepted", 20, new Shown.Hidden()), 10)).isFalse();
    assertThat(sent.leaves(sent, 10)).isFalse();
  }

  private static Shown shown(String words) {
    return switch (words) {
      case "hidden" -> new Shown.Hidden();
      case "none" -> new Shown.None();
      default -> new Shown.Count(Long.parseLong(words));
    };
  }
}
