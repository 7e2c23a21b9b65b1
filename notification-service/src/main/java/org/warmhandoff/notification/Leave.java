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
  private @Nullable Instant askedAt;
  private @Nullable Instant grantedAt;
  private @Nullable String grantedBy;
  private @Nullable Instant refusedAt;
  private @Nullable String refusedBy;
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

  private Leave(UUID id, UUID staff, Window.Span span, Instant askedAt) {
    this.id = id;
    this.staff = staff;
    this.starts = span.opens();
    this.ends = span.closes();
    this.askedAt = askedAt;
  }

  /** One that is asked for, and counts for nothing until it is granted. */
  public static Leave asked(UUID id, UUID staff, Window.Span span, Instant now) {
    return new Leave(id, staff, span, now);
  }

  /**
   * Grants or refuses what was asked for; whoever decided first has decided.
   *
   * @return whether it was still to be decided
   */
  public boolean decide(boolean granted, String by, Instant now) {
    if (grantedAt != null || refusedAt != null || calledOffAt != null) {
      return false;
    }
    if (granted) {
      grantedAt = now;
      grantedBy = by;
    } else {
      refusedAt = now;
      refusedBy = by;
    }
    return true;
  }

  /** Where it stands. */
  public enum State {
    ASKED,
    GRANTED,
    REFUSED,
    CALLED_OFF
  }

  public State state() {
    if (calledOffAt != null) {
      return State.CALLED_OFF;
    }
    if (refusedAt != null) {
      return State.REFUSED;
    }
    return grantedAt == null ? State.ASKED : State.GRANTED;
  }

  public UUID id() {
    return id;
  }

  public UUID staff() {
    return staff;
  }

  public Window.Span span() {
    return new Window.Span(starts, ends);
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
