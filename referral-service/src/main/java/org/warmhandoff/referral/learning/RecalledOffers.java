package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AgencyReferral.ReferralOffered;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.eventing.Recalled;

/**
 * An offer is not told to its agency again once it is no longer covered; that it was revoked, is.
 */
@ApplicationScoped
public class RecalledOffers implements Recalled {

  private static final String OFFERED = EventTypes.name(ReferralOffered.class);

  private final FindUncovered findUncovered;

  RecalledOffers(FindUncovered findUncovered) {
    this.findUncovered = findUncovered;
  }

  @Override
  public Set<UUID> amongst(String topic, String type, Set<UUID> subjects) {
    return type.equals(OFFERED) ? findUncovered.amongst(subjects) : Set.of();
  }
}
