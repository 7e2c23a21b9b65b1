package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** Who is in incidents that are one by now. */
@ApplicationScoped
public class Together {

  private final SameIncidents same;
  private final Incidents incidents;
  private final Parties parties;
  private final Kinship kinship;
  private final StaffMembers staff;

  Together(
      SameIncidents same,
      Incidents incidents,
      Parties parties,
      Kinship kinship,
      StaffMembers staff) {
    this.same = same;
    this.incidents = incidents;
    this.parties = parties;
    this.kinship = kinship;
    this.staff = staff;
  }

  /**
   * The cast an incident is told with: where it goes on for others, theirs too, without a human
   * twice in one role. One that is part of another tells its own.
   */
  public Cast told(Incident incident, Cast own) {
    if (incident.mergedInto() != null) {
      return own;
    }
    List<UUID> others = others(incident.id());
    if (others.isEmpty()) {
      return own;
    }
    List<Party> all = new ArrayList<>(own.parties());
    others.forEach(other -> parties.of(other).forEach(party -> add(all, party)));
    Kinship.Kin kin = kinship.of(incident, all, false);
    Set<UUID> excluded = new TreeSet<>(own.excludedStaff());
    excluded.addAll(same.excludedStaff(others));
    excluded.addAll(staff.withTheirUnits(kin.staff()));
    return new Cast(once(kin.parties()), List.copyOf(excluded));
  }

  /** Everyone who has this role in it or in one that is merged with it, each id once. */
  public List<UUID> inRole(UUID incident, PartyRole role) {
    return same.all(incident).stream()
        .flatMap(one -> parties.inRole(one, role).stream())
        .distinct()
        .toList();
  }

  /** Whether somebody was to the same other one what they are not here. */
  public boolean turned(Incident incident) {
    return same.all(incident.id()).stream()
        .map(incidents::findById)
        .anyMatch(one -> one != null && parties.turned(one));
  }

  /** Whether one human is victim and alleged offender at once. */
  public static boolean hasBothSides(Cast cast) {
    return ids(cast, PartyRole.VICTIM).stream()
        .anyMatch(ids(cast, PartyRole.ALLEGED_OFFENDER)::contains);
  }

  private static Set<UUID> ids(Cast cast, PartyRole role) {
    Set<UUID> ids = new TreeSet<>();
    cast.parties().stream()
        .filter(party -> party.role() == role)
        .forEach(
            party -> {
              ids.add(party.person());
              ids.addAll(others(party));
            });
    return ids;
  }

  private List<UUID> others(UUID incident) {
    return same.all(incident).stream().filter(one -> !one.equals(incident)).toList();
  }

  private static void add(List<Party> all, Party party) {
    boolean known =
        all.stream()
            .anyMatch(one -> one.person().equals(party.person()) && one.role() == party.role());
    if (!known) {
      all.add(party);
    }
  }

  /** Two ids of one human in one role are one party; the other id stands among its links. */
  private static List<Party> once(List<Party> parties) {
    List<Party> kept = new ArrayList<>();
    EnumSet<PartyRole> seen = EnumSet.noneOf(PartyRole.class);
    for (Party party : parties) {
      boolean there =
          !seen.add(party.role())
              && kept.stream()
                  .anyMatch(
                      one -> one.role() == party.role() && others(one).contains(party.person()));
      if (!there) {
        kept.add(party);
      }
    }
    return kept;
  }

  private static List<UUID> others(Party party) {
    List<UUID> linked = party.linked();
    return linked == null ? List.of() : linked;
  }
}
