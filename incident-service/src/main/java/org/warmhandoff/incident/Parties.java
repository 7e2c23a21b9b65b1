package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** Who is in which incident. */
@ApplicationScoped
public class Parties implements PanacheRepositoryBase<PartyEntry, PartyEntry.Key> {

  private final Kinship kinship;

  Parties(Kinship kinship) {
    this.kinship = kinship;
  }

  /** Every reference an incident ever named, those that are gone too. */
  List<PartyEntry> everNamed(UUID incident) {
    return list("incident", incident);
  }

  /** Whether the incident ever named somebody whose data was erased since. */
  public boolean namesAnErasedPerson(UUID incident) {
    return count(
            "incident = ?1 and person in (select id from Person where erasedAt is not null)",
            incident)
        > 0;
  }

  /** Who is in the incident by its last report, in the report's order. */
  public List<Party> of(UUID incident) {
    return find("incident = ?1 and present order by position", incident).stream()
        .map(PartyEntry::party)
        .toList();
  }

  /** The same as they are told to the other services: with the other ids they are known by. */
  public List<Party> told(Incident incident) {
    return kinship.of(incident, of(incident.id()), false).parties();
  }

  /** Whether somebody was to the same other one, in another incident, what they are not here. */
  public boolean turned(Incident incident) {
    return told(incident).stream().anyMatch(party -> party.turned() == Known.YES);
  }

  /** The persons who have this role in the incident. */
  public List<UUID> inRole(UUID incident, PartyRole role) {
    return of(incident).stream().filter(party -> party.role() == role).map(Party::person).toList();
  }
}
