package org.warmhandoff.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/**
 * An incident as the gate sees it.
 *
 * @param parties who is who in it
 * @param served which sides of it agencies were already sent referrals for
 */
public record IncidentView(
    UUID id,
    String policeService,
    String jurisdiction,
    Mode mode,
    List<Party> parties,
    List<Served> served) {

  public IncidentView {
    parties = List.copyOf(parties);
    served = List.copyOf(served);
  }

  /** An agency that was sent a referral for one side of the incident. */
  public record Served(String agency, Audience side) {}

  /** The sides a person is on: none where they only called or saw it, both in a dual arrest. */
  public Set<Audience> sidesOf(UUID person) {
    return parties.stream()
        .filter(party -> party.person().equals(person))
        .flatMap(party -> Sides.of(party.role()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The sides the incident is known to have. */
  public Set<Audience> sides() {
    return parties.stream()
        .map(Party::role)
        .flatMap((PartyRole role) -> Sides.of(role).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the agency was sent somebody of the other side of this incident. */
  public boolean servesOther(String agency, Audience side) {
    return served.stream().anyMatch(s -> s.agency().equals(agency) && s.side() != side);
  }
}
