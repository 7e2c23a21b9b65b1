package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told by the referral service on {@code referral.events.v1}, keyed by referral. The states are
 * those of the Gravity SDOH closed-loop referral (FHIR Task).
 */
public sealed interface ReferralEvent extends Event {

  UUID referral();

  UUID incident();

  /** The gate let it through and it was sent to the agency in the same commit. */
  record ReferralRequested(
      UUID referral,
      UUID incident,
      UUID person,
      UUID consent,
      String agency,
      ConsentEvent.Purpose purpose,
      @Nullable String program,
      ConsentEvent.Urgency urgency,
      List<String> needs,
      Instant consentedAt,
      Instant at)
      implements ReferralEvent {
    public ReferralRequested {
      needs = List.copyOf(needs);
    }
  }

  /** The gate stopped it; the reason is a stable code. */
  record ReferralRefused(
      UUID referral, UUID incident, UUID consent, String agency, String reason, Instant at)
      implements ReferralEvent {}

  /** The agency moved it along the closed loop; a reason where the standard requires one. */
  record ReferralAnswered(
      UUID referral,
      UUID incident,
      String agency,
      AgencyAnswer.Status status,
      @Nullable String reason,
      Instant at)
      implements ReferralEvent {}

  /** The agency read content; which categories of data, never the content. */
  record ReferralContentRead(
      UUID referral,
      UUID incident,
      String agency,
      List<ConsentEvent.DataCategory> categories,
      Instant at)
      implements ReferralEvent {
    public ReferralContentRead {
      categories = List.copyOf(categories);
    }
  }

  /**
   * It goes on at another incident: the two became one, two again, or one was split off the other.
   * Nothing else changes, and its agency is told nothing.
   *
   * @param incident where it goes on
   * @param from where it was until now
   */
  record ReferralMoved(UUID referral, UUID incident, UUID from, Instant at)
      implements ReferralEvent {}

  /** Cancelled because consent was withdrawn; content can no longer be read. */
  record ReferralWithdrawn(UUID referral, UUID incident, String agency, Instant at)
      implements ReferralEvent {}
}
