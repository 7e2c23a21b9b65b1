package org.warmhandoff.referral.answering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.warmhandoff.eventing.FailedDeliveries;

/** What agencies have not answered, for the operator's page. */
@ApplicationScoped
public class UnansweredReferrals implements FailedDeliveries {

  private final ListUnanswered listUnanswered;

  UnansweredReferrals(ListUnanswered listUnanswered) {
    this.listUnanswered = listUnanswered;
  }

  @Override
  public List<Failed> latest(int limit) {
    return listUnanswered.latest(limit);
  }
}
