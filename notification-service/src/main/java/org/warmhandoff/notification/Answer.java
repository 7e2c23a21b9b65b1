package org.warmhandoff.notification;

import org.warmhandoff.contracts.AssignmentEvent.Outcome;

/** What someone who was paged or told can say. */
public sealed interface Answer {

  record Accept() implements Answer {}

  /**
   * @param reason stable code
   */
  record Decline(String reason) implements Answer {}

  record Arrive() implements Answer {}

  record MakeContact() implements Answer {}

  record Conclude(Outcome outcome) implements Answer {}

  record AcknowledgeStandDown() implements Answer {}

  /** A supervisor has it. */
  record Acknowledge() implements Answer {}
}
