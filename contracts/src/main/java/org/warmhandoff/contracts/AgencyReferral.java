package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told to one agency on its own topic {@code agency.<code>.referrals.v1}, keyed by referral. Ids in
 * it are this agency's own: two agencies cannot join them.
 */
public sealed interface AgencyReferral extends Event {

  /** Code of the agency, which names the topic. */
  String agency();

  UUID referral();

  /**
   * A referral waits for the agency's answer; the content is read at the event's {@code dataref}.
   *
   * @param client this agency's own opaque id of the person
   */
  record ReferralOffered(
      String agency,
      UUID referral,
      UUID client,
      @Nullable String program,
      ConsentEvent.Purpose purpose,
      ConsentEvent.Urgency urgency,
      List<String> needs,
      Instant answerBy,
      Instant expiresAt)
      implements AgencyReferral {
    public ReferralOffered {
      needs = List.copyOf(needs);
    }
  }

  /** Consent was withdrawn: stop, and delete what was read. */
  record ReferralRevoked(String agency, UUID referral, Instant at) implements AgencyReferral {}
}
