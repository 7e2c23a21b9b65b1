package org.warmhandoff.incident.scene;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * How a tap was sent.
 *
 * @param id made by the phone for this tap alone: with it, the same tap may be sent again
 * @param at the phone's clock at the tap; null where it is sent at once
 * @param sentAt the same clock at the sending
 */
record Tapped(@Nullable UUID id, @Nullable Instant at, @Nullable Instant sentAt) {

  /**
   * Reads it where it comes as text.
   *
   * @throws Problem 422 naming the field
   */
  static Tapped read(@Nullable String id, @Nullable String at, @Nullable String sentAt) {
    return new Tapped(id(id, "/tap"), instant(at, "/at"), instant(sentAt, "/sentAt"));
  }

  /**
   * An id, where there is one.
   *
   * @throws Problem 422 naming the field
   */
  static @Nullable UUID id(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException noId) {
      throw Problem.wrong("invalid", "This is no id.").at(pointer).expected("a UUID");
    }
  }

  private static @Nullable Instant instant(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException noInstant) {
      throw Problem.wrong("invalid", "This is no instant.")
          .at(pointer)
          .expected("an instant such as 2026-03-07T21:14:00Z");
    }
  }
}
