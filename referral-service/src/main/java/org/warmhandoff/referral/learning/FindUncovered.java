package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.referral.Referrals;

/** Finds referrals that no consent covers at this moment. */
@ApplicationScoped
public class FindUncovered {

  private final Referrals referrals;
  private final InstantSource clock;

  FindUncovered(Referrals referrals, InstantSource clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  /**
   * Of these, all but those whose consent stands, has not expired, whose person is there, and whose
   * agency is active.
   */
  @Transactional
  public Set<UUID> amongst(Set<UUID> ids) {
    Set<UUID> uncovered = new HashSet<>(ids);
    uncovered.removeAll(referrals.covered(ids, clock.instant()));
    return uncovered;
  }
}
