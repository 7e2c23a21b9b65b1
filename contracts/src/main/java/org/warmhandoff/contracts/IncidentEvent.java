package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Told by the incident service on {@code incident.events.v1}, keyed by incident. */
public sealed interface IncidentEvent extends Event {

  /**
   * Stands where a person's id would, once the police system itself ended what officers had said: a
   * call it closes has nobody at its scene any more (the nil UUID of RFC 9562).
   */
  UUID THE_SOURCE = new UUID(0, 0);

  UUID incident();

  /** A CAD or records system reported an incident for the first time. */
  record IncidentReported(UUID incident, IncidentFacts facts) implements IncidentEvent {}

  /** A newer full state replaced what that source had reported. */
  record IncidentUpdated(UUID incident, IncidentFacts facts) implements IncidentEvent {}

  /**
   * An officer said the scene is safe now.
   *
   * @param by the officer's staff id
   * @param at when the officer said so
   */
  record SceneDeclaredSafe(UUID incident, UUID by, Instant at, Suspect suspect)
      implements IncidentEvent {}

  /** The scene is not safe any more; workers on their way must stop and acknowledge. */
  record SceneSafetyRevoked(UUID incident, UUID by, Instant at) implements IncidentEvent {}

  /**
   * An officer beside the victim asks for a worker.
   *
   * @param victim the victim's vault id, if known
   * @param language BCP 47 tag of the language the victim wants, if known
   */
  record WorkerWanted(
      UUID incident,
      UUID by,
      Instant at,
      Help help,
      @Nullable UUID victim,
      @Nullable String language)
      implements IncidentEvent {}

  /**
   * The officers left; "scene safe" ends with them.
   *
   * @param by the officer's staff id, or {@link #THE_SOURCE} where the police system closed the
   *     call
   */
  record OfficersCleared(UUID incident, UUID by, Instant at) implements IncidentEvent {}

  /**
   * Somebody at the police service knows of an advisory that waited for a human. Its aggregate is
   * the advisory, so that no incident needs to be locked for it; who it was stays there.
   */
  record AdvisoryAcknowledged(UUID incident, UUID advisory, Instant at) implements IncidentEvent {}

  /**
   * The source said that the incident is the same as another: from here {@code into} alone counts.
   * A chain is told step by step; whoever reads follows it to the one that goes on. {@code into}
   * may not have been heard of yet, since no order holds across incidents. What officers had said
   * at {@code incident} holds at the one that goes on: that it is safe, and that somebody is
   * wanted, is not told again there, and a doubt is.
   *
   * @param at the source's time of saying so
   */
  record IncidentMerged(UUID incident, UUID into, Instant at) implements IncidentEvent {}

  /**
   * The merge was taken back: the incident stands on its own again. Its scene is not safe until an
   * officer says so there.
   *
   * @param from the one it was part of
   * @param at the source's time of saying so
   */
  record IncidentSeparated(UUID incident, UUID from, Instant at) implements IncidentEvent {}

  /**
   * The incident was split off another. It counts by itself and inherits nothing of the scene.
   *
   * @param at the source's time of saying so
   */
  record IncidentSplit(UUID incident, UUID from, Instant at) implements IncidentEvent {}

  /**
   * Two incidents belong together and stay two. Told once per pair, on the one whose source said
   * so.
   *
   * @param at the source's time of saying so
   */
  record IncidentLinked(UUID incident, UUID other, Instant at) implements IncidentEvent {}

  /**
   * They do not belong together any more.
   *
   * @param at the source's time of saying so
   */
  record IncidentUnlinked(UUID incident, UUID other, Instant at) implements IncidentEvent {}

  /** Where the suspect is while the scene is called safe. */
  enum Suspect {
    IN_CUSTODY,
    LEFT,
    SEPARATED,
    UNKNOWN
  }

  /** The help an officer asks for. */
  enum Help {
    ON_SITE,
    VIRTUAL
  }
}
