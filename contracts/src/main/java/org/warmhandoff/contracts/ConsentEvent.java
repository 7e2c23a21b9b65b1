package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Told by the referral service on {@code consent.events.v1}, keyed by consent. */
public sealed interface ConsentEvent extends Event {

  UUID consent();

  UUID incident();

  UUID person();

  /**
   * One person's release to one agency for one purpose and these categories of data.
   *
   * @param textHash SHA-256, hex, of the text shown
   * @param asserted true where staff say so, false where the person said so herself
   * @param overheard whether the other party could see or hear it
   * @param needs codes of what the person asks the agency for
   */
  record ConsentGiven(
      UUID consent,
      UUID incident,
      UUID person,
      String agency,
      Purpose purpose,
      List<DataCategory> categories,
      String textVersion,
      String textHash,
      Form form,
      String language,
      UUID takenBy,
      boolean asserted,
      Known overheard,
      List<String> needs,
      Urgency urgency,
      Instant validFrom,
      Instant expiresAt)
      implements ConsentEvent {
    public ConsentGiven {
      categories = List.copyOf(categories);
      needs = List.copyOf(needs);
    }
  }

  /**
   * Refused. Where staff say so it is an observation, not a decision: it stops the referral, never
   * live help, and the worker may ask again.
   */
  record ConsentRefused(
      UUID consent,
      UUID incident,
      UUID person,
      String agency,
      Purpose purpose,
      boolean asserted,
      UUID takenBy,
      Instant at)
      implements ConsentEvent {}

  /** Withdrawn; counts from the commit of this event. */
  record ConsentWithdrawn(
      UUID consent, UUID incident, UUID person, String agency, Instant at, @Nullable UUID by)
      implements ConsentEvent {}

  /** What the data may be used for. */
  enum Purpose {
    SUPPORT,
    EARLY_INTERVENTION,
    OUTREACH
  }

  /** What may be shared. */
  enum DataCategory {
    NAME,
    PHONE,
    SAFE_CONTACT,
    ADDRESS,
    LANGUAGE,
    INCIDENT_SUMMARY
  }

  /** How consent was given. */
  enum Form {
    VERBAL,
    WRITTEN,
    ELECTRONIC
  }

  /** How soon the agency should act. */
  enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY
  }
}
