package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PersonEvent;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.contracts.PersonEvent.PersonsLinked;
import org.warmhandoff.contracts.PersonEvent.PersonsUnlinked;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.PersonLink.Act;
import org.warmhandoff.incident.PersonLink.Key;

/** Which persons are taken for one, which were, and which a human should look at. */
@ApplicationScoped
public class PersonLinks implements PanacheRepositoryBase<PersonLink, PersonLink.Key> {

  /** Everyone who is linked to somebody, directly or through others; the start is a member too. */
  private static final String GROUPS =
      """
      with recursive member (start, person) as (
        select id, id from unnest(cast(:persons as uuid[])) id
        union
        select m.start, case when l.low = m.person then l.high else l.low end
        from member m join person_link l
          on (l.low = m.person or l.high = m.person) and l.undone_at is null)
      select start, person from member\
      """;

  /**
   * The first hint of a pair stays, and what a human decided. A pair whose link fell with what it
   * stood on is suggested again.
   */
  private static final String SUGGEST =
      """
      insert into link_suggestion
        (low, high, police_service, jurisdiction, hint, incident, suggested_at)
      select :low, :high, :policeService, :jurisdiction, :hint, :incident, :at
      where not exists (
        select 1 from person_link
        where low = :low and high = :high and (undone_at is null or by_hand))
      on conflict (low, high) do update
        set hint = excluded.hint, incident = excluded.incident,
          suggested_at = excluded.suggested_at, decided = null, decided_by = null,
          decided_at = null
        where link_suggestion.decided = 'linked'\
      """;

  /** Somebody decided about a pair; what was decided before stays. */
  private static final String DECIDE =
      """
      update link_suggestion set decided = :decision, decided_by = :by, decided_at = :at
      where low = :low and high = :high and decided is null\
      """;

  /** Two who are in one incident by its last report are two. */
  private static final String MET =
      """
      select count(*) from party a join party b on b.incident = a.incident
      where a.present and b.present
        and a.person = any (cast(:ones as uuid[])) and b.person = any (cast(:others as uuid[]))\
      """;

  private final Persons persons;

  PersonLinks(Persons persons) {
    this.persons = persons;
  }

  /** What is to be told of a person. */
  public record Told(Subject subject, PersonEvent event) {}

  /** For each of these persons, everyone linked to them, and themselves. */
  public Map<UUID, Set<UUID>> groups(Collection<UUID> of) {
    Map<UUID, Set<UUID>> groups = new HashMap<>();
    flush();
    List<Tuple> rows =
        getEntityManager()
            .createNativeQuery(GROUPS, Tuple.class)
            .setParameter("persons", array(of))
            .getResultList();
    for (Tuple row : rows) {
      groups
          .computeIfAbsent(row.get(0, UUID.class), start -> new TreeSet<>())
          .add(row.get(1, UUID.class));
    }
    return groups;
  }

  /** Everyone linked to this person, and the person. */
  public Set<UUID> group(UUID person) {
    return groups(Set.of(person)).getOrDefault(person, Set.of(person));
  }

  /** The links of one person, those undone too. */
  public List<PersonLink> of(UUID person) {
    return list("low = ?1 or high = ?1", person);
  }

  /** The links that stand between these persons. */
  List<PersonLink> among(Collection<UUID> persons) {
    return persons.isEmpty()
        ? List.of()
        : list("undoneAt is null and low in ?1 and high in ?1", persons);
  }

  /** The pair, where it was ever linked. */
  public Optional<PersonLink> of(UUID one, UUID other) {
    return findByIdOptional(Key.of(one, other));
  }

  /**
   * Links two persons, who must be locked with everyone linked to either. The first tells it unless
   * the pair has a teller.
   *
   * @return what is to be told; empty where they are linked already
   */
  public Optional<Told> link(UUID one, UUID other, LinkReason reason, Mode mode, Act act) {
    PersonLink known = of(one, other).orElse(null);
    if (known != null && known.isLinked()) {
      return Optional.empty();
    }
    Person teller = teller(known == null ? one : known.teller());
    PersonLink link = known == null ? new PersonLink(teller, other, reason, act) : known;
    link.become(reason, act);
    persist(link);
    decide(Key.of(one, other), "linked", act);
    return Optional.of(
        new Told(
            teller.next(mode, act.incident()),
            new PersonsLinked(link.teller(), link.told(), reason, act.at())));
  }

  /**
   * Undoes a link, whose two persons must be locked.
   *
   * @param hand whether a human says so: then the two are never linked by themselves again
   * @return what is to be told; empty where they are not linked
   */
  public Optional<Told> undo(PersonLink link, String because, boolean hand, Mode mode, Act act) {
    if (!link.isLinked()) {
      return Optional.empty();
    }
    Person teller = teller(link.teller());
    link.undo(act, because, hand);
    return Optional.of(
        new Told(
            teller.next(mode, act.incident()),
            new PersonsUnlinked(link.teller(), link.told(), act.at())));
  }

  /** Locked by the caller, so that this is what was committed last. */
  private Person teller(UUID id) {
    return persons.findByIdOptional(id).orElseThrow();
  }

  /** Asks a human to look at two persons. */
  void suggest(Incident incident, Linkage.Suggestion suggestion, Instant at) {
    Key pair = Key.of(suggestion.person(), suggestion.other());
    getEntityManager()
        .createNativeQuery(SUGGEST)
        .setParameter("low", pair.low())
        .setParameter("high", pair.high())
        .setParameter("policeService", incident.policeService())
        .setParameter("jurisdiction", incident.jurisdiction())
        .setParameter("hint", suggestion.hint().code())
        .setParameter("incident", incident.id())
        .setParameter("at", at)
        .executeUpdate();
  }

  /**
   * Closes a suggestion.
   *
   * @return whether one was open
   */
  public boolean decide(Key pair, String decision, Act act) {
    return getEntityManager()
            .createNativeQuery(DECIDE)
            .setParameter("low", pair.low())
            .setParameter("high", pair.high())
            .setParameter("decision", decision)
            .setParameter("by", act.by())
            .setParameter("at", act.at())
            .executeUpdate()
        > 0;
  }

  /** Whether any of the ones is in one incident with any of the others. */
  public boolean met(Collection<UUID> ones, Collection<UUID> others) {
    Number times =
        (Number)
            getEntityManager()
                .createNativeQuery(MET)
                .setParameter("ones", array(ones))
                .setParameter("others", array(others))
                .getSingleResult();
    return times.longValue() > 0;
  }

  /** Ids as PostgreSQL writes an array. */
  public static String array(Collection<UUID> ids) {
    return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
  }
}
