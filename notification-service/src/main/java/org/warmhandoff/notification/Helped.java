package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** Whom an assignment is for. */
final class Helped {

  private Helped() {}

  /**
   * Who consented, whom the officer asked for, or the only one on that side; null where nobody said
   * which of several.
   *
   * @param mark the fact that caused it
   */
  static @Nullable UUID by(IncidentView incident, Program program, long mark) {
    IncidentView.Wanted wanted = incident.wanted();
    if (program.trigger().asks() && wanted != null && wanted.victim() != null) {
      return wanted.victim();
    }
    if (program.trigger() == Trigger.CONSENT_GIVEN) {
      return incident.consents().stream()
          .filter(consent -> consent.mark() == mark)
          .map(IncidentView.Consent::person)
          .findFirst()
          .orElse(null);
    }
    PartyRole role =
        program.audience() == Audience.VICTIM ? PartyRole.VICTIM : PartyRole.ALLEGED_OFFENDER;
    List<UUID> side =
        incident.facts().parties().stream()
            .filter(party -> party.role() == role)
            .map(Party::person)
            .distinct()
            .toList();
    return side.size() == 1 ? side.getFirst() : null;
  }
}
