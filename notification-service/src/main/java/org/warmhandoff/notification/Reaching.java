package org.warmhandoff.notification;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often a worker tried to reach the person, and when she last came back by herself. */
@Embeddable
public class Reaching {

  /** A tap on a bad line is repeated. */
  private static final Duration ONE_TAP = Duration.ofMinutes(1);

  private int tries;
  private @Nullable Instant triedAt;
  private @Nullable Instant cameBackAt;

  /** Whether they said the same a moment ago. */
  boolean justSaid(Answer answer, Instant now) {
    Instant before =
        switch (answer) {
          case Answer.Try tried -> triedAt;
          case Answer.CameBack back -> cameBackAt;
          default -> null;
        };
    return before != null && before.plus(ONE_TAP).isAfter(now);
  }

  void heard(Answer answer, Instant now) {
    switch (answer) {
      case Answer.Try tried -> {
        tries++;
        triedAt = now;
      }
      case Answer.CameBack back -> cameBackAt = now;
      default -> {}
    }
  }

  public int tries() {
    return tries;
  }

  /** When last. */
  public @Nullable Instant triedAt() {
    return triedAt;
  }
}
