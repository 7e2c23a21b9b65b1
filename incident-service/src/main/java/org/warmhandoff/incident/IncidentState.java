package org.warmhandoff.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;

/** What is known of an incident: nothing yet, or what its source last said and the scene. */
public sealed interface IncidentState {

  /** Nobody has reported it. */
  record Unheard() implements IncidentState {}

  /**
   * Reported. A source replaces its own facts only; what officers said at the scene is theirs.
   *
   * @param position how far the source has come; later than the facts where a later report said the
   *     same
   * @param receivedAt when intake stored the first report
   */
  record Heard(
      Mode mode,
      Position position,
      Digest content,
      ReportedFacts facts,
      Instant receivedAt,
      Scene scene,
      @Nullable Wish wish)
      implements IncidentState {

    Heard at(Position later) {
      return new Heard(mode, later, content, facts, receivedAt, scene, wish);
    }

    Heard with(Scene next) {
      return new Heard(mode, position, content, facts, receivedAt, next, wish);
    }

    Heard with(@Nullable Wish next) {
      return new Heard(mode, position, content, facts, receivedAt, scene, next);
    }

    /** The facts as they are told to the other services. */
    public IncidentFacts told(String zone, Cast cast) {
      return new IncidentFacts(
          facts.type(),
          facts.status(),
          facts.domestic(),
          facts.physical(),
          facts.charge(),
          facts.arrest(),
          facts.released(),
          facts.relationship(),
          facts.municipality(),
          facts.placeKind(),
          facts.priority(),
          facts.occurredAt(),
          receivedAt,
          zone,
          cast.parties(),
          cast.excludedStaff());
    }
  }
}
