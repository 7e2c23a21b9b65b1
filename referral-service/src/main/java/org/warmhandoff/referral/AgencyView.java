package org.warmhandoff.referral;

import java.util.Set;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/**
 * An agency as the gate sees it.
 *
 * @param purposes what it may be sent people for
 * @param serves the sides it works with
 */
public record AgencyView(String code, boolean active, Set<Purpose> purposes, Set<Audience> serves) {

  public AgencyView {
    purposes = Set.copyOf(purposes);
    serves = Set.copyOf(serves);
  }
}
