package org.warmhandoff.incident.scene;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.TapTime;

/**
 * How a tap was sent.
 *
 * @param id made by the phone for this tap alone: with it, the same tap may be sent again
 * @param time what the phone says of when it was
 */
record Tapped(@Nullable UUID id, TapTime time) {

  Tapped(@Nullable UUID id, @Nullable Instant at, @Nullable Instant sentAt) {
    this(id, new TapTime(at, sentAt, null));
  }

  /**
   * Reads it where it comes as text.
   *
   * @param age in milliseconds
   * @throws Problem 422 naming the field
   */
  static Tapped read(
      @Nullable String id, @Nullable String at, @Nullable String sentAt, @Nullable String age) {
    return new Tapped(
        id(id, "/tap"),
        new TapTime(instant(at, "/at"), instant(sentAt, "/sentAt"), duration(age, "/age")));
  }

  /**
   * Reads what came with a doubt, which is never refused: what cannot be read is left out, and a
   * doubt of which half a time is left counts as said now.
   */
  static Tapped ofDoubt(
      @Nullable String id, @Nullable String at, @Nullable String sentAt, @Nullable String age) {
    UUID tap = orNull(() -> id(id, "/tap"));
    try {
      return new Tapped(tap, read(null, at, sentAt, age).time());
    } catch (Problem unreadable) {
      return new Tapped(tap, null, null);
    }
  }

  /** Whether the phone kept it before it sent it; a plain form is sent as it is tapped. */
  boolean wasKept() {
    return time.at() != null || time.age() != null;
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

  private static @Nullable UUID orNull(java.util.function.Supplier<@Nullable UUID> reading) {
    try {
      return reading.get();
    } catch (Problem unreadable) {
      return null;
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

  private static @Nullable Duration duration(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Duration.ofMillis(Long.parseLong(text.strip()));
    } catch (NumberFormatException noNumber) {
      throw Problem.wrong("invalid", "This is no age.").at(pointer).expected("whole milliseconds");
    }
  }
}
