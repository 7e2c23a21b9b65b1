package org.warmhandoff.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told to a member of staff outside the app.
 *
 * @param about the alert it is about; null where it is about the assignment itself
 * @param goodUntil business time after which it is no news any more
 */
record Notice(
    Kind kind,
    UUID assignment,
    UUID incident,
    @Nullable UUID about,
    Instant goodUntil,
    String policeService,
    String jurisdiction) {

  /** What it says. */
  enum Kind {
    /** Somebody is needed, and may answer. */
    PAGE,
    /** It is called off: stop. */
    STOP,
    /** Another one of those who were asked has it. */
    TAKEN,
    /** A supervisor is needed: nobody said yes. */
    TOLD,
    /** A supervisor is needed: a worker raised an alert. */
    ALERT
  }

  static Notice of(
      Kind kind, Assignment assignment, @Nullable UUID about, UUID incident, Instant goodUntil) {
    return new Notice(
        kind,
        assignment.id(),
        incident,
        about,
        goodUntil,
        assignment.policeService(),
        assignment.jurisdiction());
  }
}
