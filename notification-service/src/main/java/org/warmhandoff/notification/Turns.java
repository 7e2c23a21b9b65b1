package org.warmhandoff.notification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Groups of staff that take turns of whole weeks in one window.
 *
 * @param groups in their order; one alone is always on
 * @param weeks how long a turn lasts
 * @param from local date the first group's first turn begins on; turns before it count backwards
 */
public record Turns(List<List<UUID>> groups, int weeks, @Nullable LocalDate from) {

  private static final LocalDate A_MONDAY = LocalDate.of(2018, 1, 1);
  private static final int DAYS_A_WEEK = 7;

  public Turns {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** The same staff always. */
  public static Turns always(List<UUID> staff) {
    return new Turns(List.of(staff), 1, null);
  }

  /** Whose turn this date is. */
  public List<UUID> on(LocalDate date) {
    long days = ChronoUnit.DAYS.between(from == null ? A_MONDAY : from, date);
    long turn = Math.floorDiv(days, (long) DAYS_A_WEEK * weeks);
    return groups.get((int) Math.floorMod(turn, (long) groups.size()));
  }

  /** Everyone who has a turn. */
  public List<UUID> staff() {
    return groups.stream().flatMap(List::stream).distinct().toList();
  }
}
