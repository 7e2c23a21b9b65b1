package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Addresses of calendars, by whose they are. */
@ApplicationScoped
public class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

  /** Whose address this is. */
  public Optional<UUID> whose(byte[] digest) {
    return find("digest = ?1", digest).firstResultOptional().map(CalendarFeed::staff);
  }
}
