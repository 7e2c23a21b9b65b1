package org.warmhandoff.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** When a release was closed, as it is read where it was closed. */
public final class ClosedAt {

  private ClosedAt() {}

  /** The date in words and the time to the minute, with the zone's own short name. */
  public static String text(Instant closedAt, ZoneId zone, Locale locale) {
    DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm z");
    return "%s, %s"
        .formatted(
            date.withLocale(locale).format(closedAt.atZone(zone)),
            time.withLocale(locale).format(closedAt.atZone(zone)));
  }
}
