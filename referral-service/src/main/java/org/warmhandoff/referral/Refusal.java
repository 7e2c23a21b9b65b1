package org.warmhandoff.referral;

import java.util.Locale;

/** Why the gate let nothing through. The codes are stable: they stand in events and problems. */
public enum Refusal {
  /** History and tests refer nobody. */
  NOT_LIVE,
  PERSON_ERASED,
  AGENCY_INACTIVE,
  AGENCY_NOT_FOR_PURPOSE,
  AGENCY_NOT_FOR_SIDE,
  /** The person is not on the side of the incident the purpose helps. */
  NOT_ON_SIDE,
  /** Reported on both sides: the offender's side waits for a human review, the victim's goes on. */
  DUAL_ROLE,
  /** One agency would work with both sides of the incident, and has no two separated teams. */
  BOTH_SIDES,
  NO_CONSENT,
  CONSENT_REFUSED,
  CONSENT_WITHDRAWN,
  CONSENT_NOT_YET_VALID,
  CONSENT_EXPIRED,
  CONSENT_WITHOUT_CATEGORIES,
  /** Taken by an officer of another police service than the incident's. */
  TAKEN_ELSEWHERE,
  FORM_NOT_ACCEPTED,
  VALIDITY_TOO_LONG;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, as in {@code consent-expired}. */
  public String code() {
    return code;
  }

  /** Whether nothing can be read any more because the person, or time, took it back. */
  public boolean isGone() {
    return switch (this) {
      case PERSON_ERASED, NO_CONSENT, CONSENT_REFUSED, CONSENT_WITHDRAWN, CONSENT_EXPIRED -> true;
      case NOT_LIVE,
          AGENCY_INACTIVE,
          AGENCY_NOT_FOR_PURPOSE,
          AGENCY_NOT_FOR_SIDE,
          NOT_ON_SIDE,
          DUAL_ROLE,
          BOTH_SIDES,
          CONSENT_NOT_YET_VALID,
          CONSENT_WITHOUT_CATEGORIES,
          TAKEN_ELSEWHERE,
          FORM_NOT_ACCEPTED,
          VALIDITY_TOO_LONG ->
          false;
    };
  }
}
