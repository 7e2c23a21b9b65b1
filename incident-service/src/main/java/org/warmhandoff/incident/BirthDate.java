package org.warmhandoff.incident;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A birth date as it is compared.
 *
 * @param day the day as it was reported
 */
record BirthDate(LocalDate day) {

  private static final int FIRST_YEAR = 1901;
  private static final int MONTHS = 12;

  /**
   * Reads an ISO date; a time after it is left out.
   *
   * @return empty where it is no date, or one that stands for "unknown": 1900 and before
   */
  static Optional<BirthDate> of(String written) {
    String plain = written.strip();
    int time = plain.indexOf('T');
    try {
      LocalDate day = LocalDate.parse(time < 0 ? plain : plain.substring(0, time));
      return day.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(new BirthDate(day));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  /**
   * Whether it can be one person's own day. The first of January is what is typed, and what many
   * countries' papers say, where only the year is known.
   */
  boolean certain() {
    return !(day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1);
  }

  /** The other reading of the day and the month; empty where there is none. */
  Optional<BirthDate> swapped() {
    int dayOfMonth = day.getDayOfMonth();
    return dayOfMonth > MONTHS || dayOfMonth == day.getMonthValue()
        ? Optional.empty()
        : Optional.of(new BirthDate(LocalDate.of(day.getYear(), dayOfMonth, day.getMonthValue())));
  }

  String written() {
    return day.toString();
  }

  /** Never the date. */
  @Override
  public String toString() {
    return "[personal]";
  }
}
