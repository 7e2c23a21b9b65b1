package org.warmhandoff.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a worker's calendar is read at an address; of its secret only the digest is kept. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed {

  @Id private UUID staff;
  private byte[] digest;
  private Instant since;

  protected CalendarFeed() {}

  public CalendarFeed(UUID staff, byte[] digest, Instant now) {
    this.staff = staff;
    this.digest = digest.clone();
    this.since = now;
  }

  /** A new address: the one before is nobody's any more. */
  public void renew(byte[] other, Instant now) {
    digest = other.clone();
    since = now;
  }

  public UUID staff() {
    return staff;
  }
}
