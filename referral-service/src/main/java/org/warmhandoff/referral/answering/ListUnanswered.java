package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.referral.Referrals;

/** Lists referrals their agency has not answered in time. */
@ApplicationScoped
public class ListUnanswered {

  private final Referrals referrals;
  private final InstantSource clock;

  ListUnanswered(Referrals referrals, InstantSource clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  @Transactional
  public List<Failed> latest(int limit) {
    return referrals.unanswered(clock.instant(), limit).stream()
        .map(
            referral ->
                new Failed(
                    "referral-unanswered", referral.id(), referral.agency(), referral.answerBy()))
        .toList();
  }
}
