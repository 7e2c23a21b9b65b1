package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Attempt;
import org.warmhandoff.contracts.AssignmentEvent.Handover;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;

/** What someone who was paged or told can say. */
public sealed interface Answer {

  record Accept() implements Answer {}

  /**
   * @param reason stable code
   * @param notBefore from when on they could take it; null where they did not say
   */
  record Decline(String reason, @Nullable Instant notBefore) implements Answer {}

  /**
   * On the way.
   *
   * @param within how long they think it takes; null where they did not say
   */
  record SetOut(@Nullable Duration within) implements Answer {}

  record Arrive() implements Answer {}

  record MakeContact() implements Answer {}

  /**
   * Tried to reach them in vain.
   *
   * @param attempt what came of it
   */
  record Try(Attempt attempt) implements Answer {}

  /**
   * @param handover to whom she was handed over at once; null where to nobody
   */
  record Conclude(Outcome outcome, @Nullable Handover handover) implements Answer {
    public Conclude(Outcome outcome) {
      this(outcome, null);
    }
  }

  /**
   * She got in touch by herself after it was over.
   *
   * @param policeMayKnow whether she agreed that police learn of it
   */
  record CameBack(boolean policeMayKnow) implements Answer {}

  record AcknowledgeStandDown() implements Answer {}

  /** A supervisor has it. */
  record Acknowledge() implements Answer {}
}
