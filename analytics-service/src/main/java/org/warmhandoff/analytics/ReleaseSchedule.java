package org.warmhandoff.analytics;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the next release closes by itself: at the same local time each day, never closer to the last
 * than releases may be. On the day a clock is put forward it therefore closes an hour late.
 *
 * @param at local time
 * @param zone IANA zone of that time
 */
public record ReleaseSchedule(LocalTime at, ZoneId zone) {

  /** The first closing there is, for a service that runs since then. */
  public Instant first(Instant since) {
    return nextAfter(since);
  }

  /** The closing after a release. */
  public Instant after(Suppression.ReleaseStamp last) {
    Instant next = nextAfter(last.closedAt());
    return next.isBefore(last.closedAt().plus(Release.APART))
        ? last.closedAt().plus(Release.APART)
        : next;
  }

  private Instant nextAfter(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime today = local.toLocalDate().atTime(at).atZone(zone);
    return today.toInstant().isAfter(instant)
        ? today.toInstant()
        : local.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
  }
}
