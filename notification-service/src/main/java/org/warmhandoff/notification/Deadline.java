package org.warmhandoff.notification;

import java.time.Instant;

/**
 * When an assignment goes on by itself, and why. Kept as a row, held against the business clock.
 */
public record Deadline(Kind kind, Instant dueAt) {

  /** What is over when it is due. */
  public enum Kind {
    /** A page was not answered. */
    ANSWER,
    /** A service window opens. */
    WINDOW,
    /** A supervisor did not acknowledge. */
    SUPERVISOR,
    /** Nobody could be told before; try everyone again. */
    RETRY,
    /** A worker who was called off did not say that they stopped. */
    STAND_DOWN,
    /** Nobody has said yes within the program's response target. */
    RESPONSE_TARGET
  }
}
