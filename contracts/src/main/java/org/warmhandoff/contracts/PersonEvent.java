package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.UUID;

/** Told by the incident service on {@code person.events.v1}, keyed by person. */
public sealed interface PersonEvent extends Event {

  UUID person();

  /** The vault holds a person it did not know before. */
  record PersonRegistered(UUID person) implements PersonEvent {}

  /** The person's data key was destroyed; what is left cannot identify anyone. */
  record PersonErased(UUID person) implements PersonEvent {}

  /**
   * Two ids are taken for one human being from now on. Of one pair it is always the same of the two
   * that tells, so that linking and unlinking have an order: its versions'.
   *
   * @param person who tells it
   * @param other whom they are linked to
   * @param at business instant of the decision
   */
  record PersonsLinked(UUID person, UUID other, LinkReason reason, Instant at)
      implements PersonEvent {}

  /**
   * The link of two ids is undone: they are two again, unless others link them.
   *
   * @param person who told that they were linked
   * @param at business instant of the decision
   */
  record PersonsUnlinked(UUID person, UUID other, Instant at) implements PersonEvent {}

  /** What a link stands on. Closed: another reason would need a new version of the event. */
  enum LinkReason {
    /** The records system has one number for both. */
    RECORD_NUMBER,
    /** The same name and birth date, and nothing that speaks against it. */
    NAME_AND_BIRTH_DATE,
    /** Somebody looked and said so. */
    BY_HAND
  }
}
