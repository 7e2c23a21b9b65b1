package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What police and CAD may see after the handoff, on {@code cad.advisories.v1}, keyed by incident:
 * assigned, arrived, ended. Never an agency, an answer or a later return.
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

  /** Nobody can come: the officer gives the help line's number instead. */
  record NobodyAvailable(UUID incident, Instant at) implements CadAdvisory {}
}
