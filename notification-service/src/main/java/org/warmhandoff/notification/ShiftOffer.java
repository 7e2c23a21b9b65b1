package org.warmhandoff.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody would give a shift away; it stays theirs until another takes it. */
@Entity
@Table(name = "shift_offer")
public class ShiftOffer {

  @Id private UUID shift;
  private Instant offeredAt;
  private @Nullable UUID forShift;

  protected ShiftOffer() {}

  /**
   * Offers it.
   *
   * @param forShift somebody else's shift they would work instead; null: to whoever takes it
   */
  public ShiftOffer(UUID shift, @Nullable UUID forShift, Instant now) {
    this.shift = shift;
    this.forShift = forShift;
    this.offeredAt = now;
  }

  /** Offers it on other terms. */
  public void change(@Nullable UUID instead, Instant now) {
    forShift = instead;
    offeredAt = now;
  }

  public UUID shift() {
    return shift;
  }

  /** The shift it is offered in exchange for; null: to whoever takes it. */
  public @Nullable UUID forShift() {
    return forShift;
  }
}
