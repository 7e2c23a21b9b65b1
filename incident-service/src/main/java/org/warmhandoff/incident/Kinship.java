package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.eventing.OneColumn;

/** What is known of an incident's parties by the links they have to persons of other incidents. */
@ApplicationScoped
class Kinship {

  /** Whether one of her was said to have done to one of him what he is said to have done now. */
  private static final String TURNED =
      """
      select count(*) from party v join party o on o.incident = v.incident
      where v.incident <> :incident and v.present and o.present
        and v.role = 'VICTIM' and v.person = any (cast(:offenders as uuid[]))
        and o.role = 'ALLEGED_OFFENDER' and o.person = any (cast(:victims as uuid[]))\
      """;

  /** Whoever a source once said is a member of staff is one in the next incident too. */
  private static final String STAFF =
      """
      select distinct staff from party
      where person = any (cast(:persons as uuid[])) and staff is not null and incident <> :incident\
      """;

  private final EntityManager entities;
  private final PersonLinks links;

  Kinship(EntityManager entities, PersonLinks links) {
    this.entities = entities;
    this.links = links;
  }

  /**
   * The parties with the other ids they are known by.
   *
   * @param staff members of staff among them, by what other incidents said
   * @param joined two of them are linked to each other, which two of one incident must not be
   */
  record Kin(List<Party> parties, Set<UUID> staff, boolean joined) {}

  /**
   * Looks them up.
   *
   * @param strangers whether nobody of them can be linked yet, so that there is nothing to look up
   */
  Kin of(Incident incident, List<Party> parties, boolean strangers) {
    if (strangers || parties.isEmpty()) {
      return new Kin(parties, Set.of(), false);
    }
    Map<UUID, Set<UUID>> groups =
        links.groups(parties.stream().map(Party::person).distinct().toList());
    boolean turned = turned(incident, parties, groups);
    List<Party> known =
        parties.stream().map(party -> with(party, group(groups, party.person()), turned)).toList();
    Set<UUID> all = new HashSet<>();
    groups.values().forEach(all::addAll);
    long apart = groups.values().stream().distinct().count();
    return new Kin(known, staff(incident, all), apart < groups.size());
  }

  private static Party with(Party party, Set<UUID> group, boolean turned) {
    List<UUID> others = group.stream().filter(id -> !id.equals(party.person())).toList();
    boolean waits = turned && party.role() == PartyRole.ALLEGED_OFFENDER;
    return new Party(
        party.person(), party.role(), others.isEmpty() ? null : others, waits ? Known.YES : null);
  }

  private Set<UUID> staff(Incident incident, Set<UUID> persons) {
    return Set.copyOf(
        OneColumn.of(entities, STAFF, "staff", UUID.class)
            .setParameter("persons", PersonLinks.array(persons))
            .setParameter("incident", incident.id())
            .getResultList());
  }

  private boolean turned(Incident incident, List<Party> parties, Map<UUID, Set<UUID>> groups) {
    Set<UUID> victims = side(parties, PartyRole.VICTIM, groups);
    Set<UUID> offenders = side(parties, PartyRole.ALLEGED_OFFENDER, groups);
    if (victims.isEmpty() || offenders.isEmpty()) {
      return false;
    }
    Number times =
        (Number)
            entities
                .createNativeQuery(TURNED)
                .setParameter("incident", incident.id())
                .setParameter("victims", PersonLinks.array(victims))
                .setParameter("offenders", PersonLinks.array(offenders))
                .getSingleResult();
    return times.longValue() > 0;
  }

  private static Set<UUID> side(List<Party> parties, PartyRole role, Map<UUID, Set<UUID>> groups) {
    Set<UUID> side = new HashSet<>();
    parties.stream()
        .filter(party -> party.role() == role)
        .forEach(party -> side.addAll(group(groups, party.person())));
    return side;
  }

  private static Set<UUID> group(Map<UUID, Set<UUID>> groups, UUID person) {
    return groups.getOrDefault(person, Set.of(person));
  }
}
