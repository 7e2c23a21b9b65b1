package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.referral.Referrals;

/** The agency's referrals that are not over. */
@ApplicationScoped
class ListReferrals {

  private final Referrals referrals;
  private final String frontDoor;

  ListReferrals(
      Referrals referrals, @ConfigProperty(name = "handoff.front-door") String frontDoor) {
    this.referrals = referrals;
    this.frontDoor = frontDoor;
  }

  @Transactional
  public List<ReferralRow> list(String agency) {
    return referrals.open(agency).stream().map(r -> ReferralRow.of(r, frontDoor)).toList();
  }
}
