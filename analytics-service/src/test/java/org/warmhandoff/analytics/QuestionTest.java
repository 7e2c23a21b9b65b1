package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02,2026-03-09,",
    ",,",
    "2026-03-02,,",
    "2026-03-03,2026-03-09,NOT_A_MONDAY",
    "2026-03-02,2026-03-08,NOT_A_MONDAY",
    "2026-03-09,2026-03-02,EMPTY",
    "2026-03-02,2026-03-02,EMPTY",
    "1926-03-01,2026-03-02,TOO_LONG",
    "1926-03-08,2026-03-02,",
  })
  void onlyWholeWeeksOfOneLifetime(
      @Nullable LocalDate from, @Nullable LocalDate to, Question.@Nullable Fault fault) {
    assertEquals(
        Optional.ofNullable(fault), new Question(Measure.LATENCY, By.NONE, from, to, null).fault());
  }
}
