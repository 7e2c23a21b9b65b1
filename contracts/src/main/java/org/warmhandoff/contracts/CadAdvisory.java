package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What police and CAD are told back, on {@code cad.advisories.v1}, keyed by incident. Codes only:
 * never an agency, a program, a worker, an answer, a later return, or what was said to anyone. An
 * advisory's id is the event's.
 */
public sealed interface CadAdvisory extends Event {

  UUID incident();

  /** A worker took it. */
  record HelpAssigned(UUID incident, AssignmentEvent.HelpMode mode, Instant at)
      implements CadAdvisory {}

  /** The worker is there. */
  record HelpArrived(UUID incident, Instant at) implements CadAdvisory {}

  /** It ended; how is not police's to know. */
  record HelpEnded(UUID incident, Instant at) implements CadAdvisory {}

  /**
   * Nobody can come: the officer gives a help line's number instead.
   *
   * @param helpLine a public number; null: the one of the police service
   */
  record NobodyAvailable(UUID incident, Instant at, @Nullable String helpLine)
      implements CadAdvisory {}

  /** Whoever had it in hand was called off; whether somebody else comes is told apart. */
  record HelpStoodDown(UUID incident, Instant at) implements CadAdvisory {}

  /**
   * A worker in the control room asks that officers be there sooner, while the call is open. Waits
   * for a human.
   *
   * @param acknowledgeBy business instant by which somebody must have said that they know
   */
  record FasterResponseAskedFor(UUID incident, Instant at, Instant acknowledgeBy)
      implements CadAdvisory {}

  /**
   * Somebody is in danger now. Any worker may say so, on whichever side: the advisory does not tell
   * which. Waits for a human.
   *
   * @param acknowledgeBy business instant by which somebody must have said that they know
   */
  record ImminentDanger(UUID incident, Danger danger, Instant at, Instant acknowledgeBy)
      implements CadAdvisory {}

  /**
   * A supervisor, whose nobody learns, says that they know of what waited for a human, and calls
   * police about it.
   *
   * @param advisory the one that waited
   */
  record AlertAnswered(UUID incident, UUID advisory, Instant at) implements CadAdvisory {}

  /**
   * Told by the incident service: two open incidents of one police service look like one event.
   *
   * @param other the incident that was known first
   */
  record DuplicateSuspected(UUID incident, UUID other, Likeness likeness, Instant at)
      implements CadAdvisory {}

  /** The least that officers need to act on. */
  enum Danger {
    WEAPON,
    THREAT_NOW,
    SUSPECT_RETURNED,
    SELF_HARM,
    CHILD_AT_RISK,
    MEDICAL
  }

  /** Why two incidents are thought to be one event. */
  enum Likeness {
    /** Both name a person of the same number in the records system, within a short time. */
    SAME_PERSON
  }
}
