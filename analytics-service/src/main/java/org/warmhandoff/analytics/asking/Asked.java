package org.warmhandoff.analytics.asking;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.By;
import org.warmhandoff.analytics.Measure;
import org.warmhandoff.analytics.Question;
import org.warmhandoff.console.problem.Problem;

/** A question as it stands in an address, read strictly. */
final class Asked {

  private Asked() {}

  /**
   * Reads a question.
   *
   * @param policeService the only one the analyst may read of
   * @throws Problem 404 for a measure there is none of, 422 for a filter that cannot be
   */
  static Question question(
      String code,
      @Nullable String by,
      @Nullable String from,
      @Nullable String to,
      @Nullable String policeService) {
    Measure measure =
        Measure.byCode(code)
            .orElseThrow(() -> Problem.notFound("no-such-measure", "There is no such measure."));
    return new Question(
        measure, dimension(by), date("/from", from), date("/to", to), policeService);
  }

  /**
   * Reads a release's number.
   *
   * @throws Problem 422 where it is none
   */
  static @Nullable Integer releaseNumber(@Nullable String number) {
    if (number == null) {
      return null;
    }
    try {
      return Integer.valueOf(number);
    } catch (NumberFormatException e) {
      throw Problem.wrong("not-a-number", "A release is asked by its number.")
          .at("/release")
          .expected("a whole number");
    }
  }

  private static By dimension(@Nullable String by) {
    return by == null
        ? By.NONE
        : By.byCode(by)
            .orElseThrow(
                () ->
                    Problem.wrong("no-such-dimension", "Nothing is counted by that.")
                        .at("/by")
                        .expected("one of " + String.join(", ", By.codes())));
  }

  private static @Nullable LocalDate date(String pointer, @Nullable String date) {
    if (date == null) {
      return null;
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw Problem.wrong("no-such-date", "That is no date.")
          .at(pointer)
          .expected("a date that exists, such as 2026-03-02");
    }
  }
}
