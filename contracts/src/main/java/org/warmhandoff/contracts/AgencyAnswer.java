package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Told by an agency on {@code agency.<code>.answers.v1}, keyed by referral. */
public sealed interface AgencyAnswer extends Event {

  String agency();

  /**
   * The agency's answer.
   *
   * @param reason stable code; required for rejected, cancelled, on-hold and failed
   */
  record ReferralStatusChanged(
      String agency, UUID referral, Status status, @Nullable String reason, Instant at)
      implements AgencyAnswer {}

  /** What an agency may answer (closed-loop referral states, FHIR Task). */
  enum Status {
    ACCEPTED,
    REJECTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** Whether the standard asks for a reason with this status. */
    public boolean needsReason() {
      return switch (this) {
        case REJECTED, ON_HOLD, CANCELLED, FAILED -> true;
        case ACCEPTED, IN_PROGRESS, COMPLETED -> false;
      };
    }
  }
}
