package org.warmhandoff.contracts;

import java.util.UUID;

/** Told by the incident service on {@code person.events.v1}, keyed by person. */
public sealed interface PersonEvent extends Event {

  UUID person();

  /** The vault holds a person it did not know before. */
  record PersonRegistered(UUID person) implements PersonEvent {}

  /** The person's data key was destroyed; what is left cannot identify anyone. */
  record PersonErased(UUID person) implements PersonEvent {}
}
