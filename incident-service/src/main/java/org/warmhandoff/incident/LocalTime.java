package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * An instant as people read it.
 *
 * @param clock local time of day, with the day where it is not today
 * @param minutes minutes from then to now; negative where it is still to come
 */
public record LocalTime(String clock, long minutes) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public static LocalTime of(Instant instant, String zone, Instant now) {
    ZonedDateTime there = instant.atZone(ZoneId.of(zone));
    boolean today = there.toLocalDate().equals(now.atZone(ZoneId.of(zone)).toLocalDate());
    return new LocalTime(
        (today ? TIME : DAY_AND_TIME).format(there), Duration.between(instant, now).toMinutes());
  }
}
