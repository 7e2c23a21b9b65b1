package org.warmhandoff.referral;

import java.util.Optional;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.PartyRole;

/** Which of the two separated sides of an incident a purpose or a party belongs to. */
public final class Sides {

  private Sides() {}

  /** The side a purpose helps. */
  public static Audience of(Purpose purpose) {
    return switch (purpose) {
      case SUPPORT, EARLY_INTERVENTION -> Audience.VICTIM;
      case OUTREACH -> Audience.ALLEGED_OFFENDER;
    };
  }

  /** The side a party is on; callers and witnesses are on none. */
  public static Optional<Audience> of(PartyRole role) {
    return switch (role) {
      case VICTIM -> Optional.of(Audience.VICTIM);
      case ALLEGED_OFFENDER -> Optional.of(Audience.ALLEGED_OFFENDER);
      case CALLER, WITNESS -> Optional.empty();
    };
  }
}
