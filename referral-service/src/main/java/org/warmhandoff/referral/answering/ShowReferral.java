package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.referral.Referrals;

/** One referral of the agency's own, closed ones too. */
@ApplicationScoped
class ShowReferral {

  private final Referrals referrals;
  private final String frontDoor;

  ShowReferral(Referrals referrals, @ConfigProperty(name = "handoff.front-door") String frontDoor) {
    this.referrals = referrals;
    this.frontDoor = frontDoor;
  }

  /**
   * Shows it.
   *
   * @throws Problem 404 for another agency's
   */
  @Transactional
  public ReferralRow show(UUID id, String agency) {
    return referrals
        .ofAgency(id, agency)
        .map(referral -> ReferralRow.of(referral, frontDoor))
        .orElseThrow(() -> Problem.notFound("unknown-referral", "There is no such referral."));
  }
}
