package org.warmhandoff.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service window as an administrator writes it.
 *
 * @param rule RFC 5545 recurrence rule that picks local dates
 * @param from local time the window opens, HH:mm
 * @param to local time it closes, HH:mm; 24:00 is the end of the day, a time at or before {@code
 *     from} is on the next day
 * @param start local date the rule counts from (DTSTART), ISO 8601; 2018-01-01, a Monday, where
 *     absent
 * @param except local dates on which it does not open (EXDATE), ISO 8601
 */
public record WindowSpec(
    @Nullable String rule,
    @Nullable String from,
    @Nullable String to,
    @Nullable String start,
    @Nullable List<String> except) {

  public static WindowSpec of(String rule, String from, String to) {
    return new WindowSpec(rule, from, to, null, null);
  }
}
