package org.warmhandoff.simulator.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Clock readings without an offset, made instants. A reading inside the spring gap, which no clock
 * showed, is moved forward by the length of the gap (02:30 becomes 03:30). A reading inside the
 * autumn overlap, which clocks showed twice, is taken for the first of the two.
 */
public final class LocalTimes {

  private LocalTimes() {}

  /** The instant of a clock reading in a zone. */
  public static Instant instant(LocalDateTime reading, ZoneId zone) {
    return reading.atZone(zone).toInstant();
  }

  /**
   * The largest number of whole weeks that moves a clock reading to the present week without moving
   * it past now: weekday and hour stay. Negative for a reading in the future.
   */
  public static long weeksToPresent(LocalDateTime reading, ZoneId zone, Instant now) {
    LocalDateTime today = LocalDateTime.ofInstant(now, zone);
    long weeks = Math.floorDiv(ChronoUnit.DAYS.between(reading, today), 7L);
    while (instant(reading.plusWeeks(weeks + 1), zone).compareTo(now) <= 0) {
      weeks++;
    }
    while (instant(reading.plusWeeks(weeks), zone).isAfter(now)) {
      weeks--;
    }
    return weeks;
  }
}
