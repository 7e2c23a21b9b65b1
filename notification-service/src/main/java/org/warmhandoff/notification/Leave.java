package org.warmhandoff.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker's leave, the half-open interval [starts, ends) of instants. Why they are away is
 * nobody's business here.
 */
@Entity
@Table(name = "staff_leave")
public class Leave {

  @Id private UUID id;
  private UUID staff;
  private Instant starts;
  private Instant ends;
  private Instant grantedAt;
  private String grantedBy;
  private @Nullable Instant calledOffAt;
  private @Nullable String calledOffBy;

  protected Leave() {}

  /**
   * Grants it.
   *
   * @param by the name of whoever grants it
   */
  public Leave(UUID id, UUID staff, Window.Span span, String by, Instant now) {
    this.id = id;
    this.staff = staff;
    this.starts = span.opens();
    this.ends = span.closes();
    this.grantedBy = by;
    this.grantedAt = now;
  }

  /** Whether it is the same person's for the same time, and stands. */
  public boolean isStill(UUID other, Window.Span span) {
    return calledOffAt == null
        && staff.equals(other)
        && starts.equals(span.opens())
        && ends.equals(span.closes());
  }

  /** Ends it; who did so first stays. */
  public void callOff(String by, Instant now) {
    if (calledOffAt == null) {
      calledOffAt = now;
      calledOffBy = by;
    }
  }
}
