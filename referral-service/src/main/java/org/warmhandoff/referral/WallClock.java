package org.warmhandoff.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as people read them on their wall. */
public final class WallClock {

  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private WallClock() {}

  /** In the IANA zone, as in {@code 2026-03-08 21:14}. */
  public static String of(Instant instant, String zone) {
    return WALL.format(instant.atZone(ZoneId.of(zone)));
  }
}
