package org.warmhandoff.referral;

import java.time.Duration;
import java.util.Set;
import org.warmhandoff.contracts.ConsentEvent.Form;

/**
 * What a jurisdiction asks of a consent.
 *
 * @param forms the forms it accepts
 * @param validity how long a consent holds at most, counted from its first instant
 */
public record JurisdictionProfile(String code, Set<Form> forms, Duration validity) {

  public JurisdictionProfile {
    forms = Set.copyOf(forms);
  }
}
