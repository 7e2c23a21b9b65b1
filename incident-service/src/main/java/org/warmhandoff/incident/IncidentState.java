package org.warmhandoff.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Status;
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
   * @param since since when the source says what it says
   * @param words what officers said beside the scene
   */
  record Heard(
      Mode mode,
      Position position,
      Digest content,
      ReportedFacts facts,
      Instant receivedAt,
      Scene scene,
      @Nullable Wish wish,
      Since since,
      Words words)
      implements IncidentState {

    Heard at(Position later) {
      return new Heard(mode, later, content, facts, receivedAt, scene, wish, since, words);
    }

    Heard with(Scene next) {
      return new Heard(mode, position, content, facts, receivedAt, next, wish, since, words);
    }

    Heard with(@Nullable Wish next) {
      return new Heard(mode, position, content, facts, receivedAt, scene, next, since, words);
    }

    /** With what officers said. */
    public Heard with(Words next) {
      return new Heard(mode, position, content, facts, receivedAt, scene, wish, since, next);
    }

    /** With its call standing where it stood. */
    Heard with(Status call) {
      return new Heard(
          mode, position, content, facts.with(call), receivedAt, scene, wish, since, words);
    }

    Heard with(Mode next) {
      return new Heard(next, position, content, facts, receivedAt, scene, wish, since, words);
    }

    /** Without the words it took over from one that stands on its own again. */
    public Heard without(Heard separated) {
      return with(words.without(separated.words()));
    }

    /** Nobody says any more that its scene is safe. */
    public Heard inDoubt(Instant at) {
      return with(new Scene.NotSafe(IncidentEvent.THE_SOURCE, at));
    }

    /** With nobody asked for. */
    public Heard withoutWish() {
      return with((Wish) null);
    }

    /**
     * Part of another, or on its own again: no scene is safe by inheritance, and nobody is asked
     * for here.
     */
    public Heard alone(Instant at) {
      return inDoubt(at).withoutWish();
    }

    /** With what stood at another that is part of it now. */
    public Heard and(Heard merged) {
      return Merges.together(this, merged);
    }

    /** What the incident tells where its source and officers both speak of it. */
    public Combined combined() {
      return Combined.of(facts, since, words);
    }

    /** The facts as they are told to the other services. */
    public IncidentFacts told(String zone, Cast cast) {
      Combined combined = combined();
      return new IncidentFacts(
          facts.type(),
          facts.status(),
          facts.domestic(),
          facts.physical(),
          combined.charge(),
          combined.arrest(),
          combined.released(),
          facts.relationship(),
          facts.municipality(),
          facts.placeKind(),
          facts.priority(),
          facts.occurredAt(),
          receivedAt,
          zone,
          cast.parties(),
          cast.excludedStaff(),
          combined.circumstances());
    }
  }
}
