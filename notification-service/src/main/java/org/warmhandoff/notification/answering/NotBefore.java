package org.warmhandoff.notification.answering;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/** The time of day a worker wrote, as the next instant that clocks at the program show it. */
final class NotBefore {

  private static final Duration AT_MOST = Duration.ofDays(1);

  private NotBefore() {}

  /**
   * Reads it. An hour that the spring change skips is the one after it; one that the autumn change
   * repeats is its first. Never more than 24 hours ahead, on the longest day of the year neither.
   *
   * @param zone IANA zone of the program
   * @return null where nothing was written
   * @throws Problem 422 where it is no time of day
   */
  static @Nullable Instant read(@Nullable String written, String zone, Instant now) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      LocalTime time = LocalTime.parse(written);
      ZonedDateTime today = now.atZone(ZoneId.of(zone)).with(time);
      Instant next = today.toInstant();
      if (!next.isAfter(now)) {
        next = today.toLocalDate().plusDays(1).atTime(time).atZone(ZoneId.of(zone)).toInstant();
      }
      Instant latest = now.plus(AT_MOST);
      return next.isAfter(latest) ? latest : next;
    } catch (DateTimeException unreadable) {
      throw Problem.wrong("wrong-answer", "This is not a time of day.")
          .at("/notBefore")
          .expected("hh:mm, or nothing");
    }
  }
}
