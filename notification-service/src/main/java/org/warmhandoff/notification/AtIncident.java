package org.warmhandoff.notification;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to an incident, and moves with it where it is merged into another. */
@MappedSuperclass
abstract class AtIncident {

  private UUID incident;
  private @Nullable UUID cameFrom;

  /** Filled in by the database. */
  @SuppressWarnings("NullAway.Init")
  protected AtIncident() {}

  AtIncident(UUID incident) {
    this.incident = incident;
  }

  /**
   * It goes on at another incident, as it stands.
   *
   * @param from where it goes back to should the two be taken apart; null where it moves for good.
   *     Where it moved before, it remembers the first
   */
  void moveTo(UUID other, @Nullable UUID from) {
    incident = other;
    cameFrom = from == null || cameFrom == null ? from : cameFrom;
  }

  /** It goes back to where it came from, or to what goes on for that now. */
  void moveBackTo(UUID other) {
    incident = other;
    cameFrom = other.equals(cameFrom) ? null : cameFrom;
  }

  public UUID incident() {
    return incident;
  }

  /** Where it goes back to should the merge be taken back; null where it was opened here. */
  public @Nullable UUID cameFrom() {
    return cameFrom;
  }
}
