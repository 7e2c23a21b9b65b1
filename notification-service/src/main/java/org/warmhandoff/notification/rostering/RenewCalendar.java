package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.notification.CalendarFeed;
import org.warmhandoff.notification.CalendarFeeds;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;

/** Gives a worker a new address of their calendar. */
@ApplicationScoped
public class RenewCalendar {

  private final CalendarFeeds feeds;
  private final RosteringActs acts;
  private final InstantSource clock;

  RenewCalendar(CalendarFeeds feeds, RosteringActs acts, InstantSource clock) {
    this.feeds = feeds;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Makes it; the one before is read no more.
   *
   * @return its secret part, which is shown this once
   */
  @Transactional
  public String renew(UUID staff, String name) {
    String secret = CalendarSecret.random();
    byte[] digest = CalendarSecret.digest(secret);
    Instant now = clock.instant();
    feeds
        .findByIdOptional(staff)
        .ifPresentOrElse(
            feed -> feed.renew(digest, now),
            () -> feeds.persist(new CalendarFeed(staff, digest, now)));
    acts.keep(name, Act.CALENDAR_ADDRESS, staff, null, null, null, now);
    return secret;
  }
}
