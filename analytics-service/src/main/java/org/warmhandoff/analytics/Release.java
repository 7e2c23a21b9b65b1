package org.warmhandoff.analytics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A closed state of the facts; what analysts are answered from. */
@Entity
@Immutable
@Table(name = "release")
public class Release {

  /** Two closer releases would show who came in between. */
  static final Duration APART = Duration.ofDays(1);

  @Id private int number;

  @Column(name = "closed_at")
  private Instant closedAt;

  protected Release() {}

  /** Counted from 1. */
  public int number() {
    return number;
  }

  /** Business time. */
  public Instant closedAt() {
    return closedAt;
  }

  /** The first instant at which another may be closed. */
  public Instant nextAt() {
    return closedAt.plus(APART);
  }

  /** Number and time, as they stand in every answer. */
  public Suppression.ReleaseStamp stamp() {
    return new Suppression.ReleaseStamp(number, closedAt);
  }
}
