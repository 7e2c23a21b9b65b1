package org.warmhandoff.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst asks.
 *
 * @param from first Monday of receipt, in the jurisdiction's zone; null for no limit
 * @param to Monday before which incidents were received; null for no limit
 * @param policeService the only one the analyst may read of; null where she may read of all
 */
public record Question(
    Measure measure,
    By by,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String policeService) {

  private static final int MOST_YEARS = 100;

  /** Why a range cannot be asked. */
  public enum Fault {
    /** Only whole weeks are answered: other ranges could be subtracted down to one day. */
    NOT_A_MONDAY,
    EMPTY,
    TOO_LONG
  }

  /** What is wrong with the range, if anything. */
  public Optional<Fault> fault() {
    if (isOtherDay(from) || isOtherDay(to)) {
      return Optional.of(Fault.NOT_A_MONDAY);
    }
    if (from == null || to == null) {
      return Optional.empty();
    }
    if (!from.isBefore(to)) {
      return Optional.of(Fault.EMPTY);
    }
    return from.plusYears(MOST_YEARS).isBefore(to) ? Optional.of(Fault.TOO_LONG) : Optional.empty();
  }

  boolean mayCount(Atom atom) {
    return policeService == null || policeService.equals(atom.policeService());
  }

  boolean isWhole() {
    return from == null && to == null;
  }

  boolean includes(@Nullable LocalDate week) {
    return week != null
        && (from == null || !week.isBefore(from))
        && (to == null || week.isBefore(to));
  }

  private static boolean isOtherDay(@Nullable LocalDate date) {
    return date != null && date.getDayOfWeek() != DayOfWeek.MONDAY;
  }
}
