package org.warmhandoff.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * An instant as a page shows it: how far from now, and the local time.
 *
 * @param minutes whole minutes between it and now, never negative
 * @param clock local time, HH:mm; with the date where it is not today
 */
public record ShownTime(long minutes, String clock) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public static ShownTime of(Instant instant, Instant now, String zone) {
    ZoneId local = zone(zone);
    boolean today = instant.atZone(local).toLocalDate().equals(now.atZone(local).toLocalDate());
    return new ShownTime(
        Duration.between(instant, now).abs().toMinutes(),
        (today ? TIME : DAY_AND_TIME).format(instant.atZone(local)));
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      return ZoneId.of("UTC");
    }
  }
}
