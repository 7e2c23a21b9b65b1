package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

/** Who is called on now, and on whose side everyone is or was. */
@ApplicationScoped
public class Holds {

  private final EntityManager database;
  private final InHand inHand;

  Holds(EntityManager database, InHand inHand) {
    this.database = database;
    this.inHand = inHand;
  }

  /**
   * Takes a crew whose rows are locked. Only now, in a statement of its own that sees what was
   * committed until now, is it read again whether they are active and reachable and on whose side
   * they are. Whoever changes any of that holds the same lock.
   *
   * @return false, with nothing taken, where one of them is no longer free
   */
  boolean claim(
      Assignment assignment, IncidentView incident, List<UUID> crew, boolean binding, Instant now) {
    String persons = Ids.array(everyId(incident));
    for (UUID staff : crew.stream().sorted().toList()) {
      Number taken =
          (Number)
              database
                  // The first of two decisions gets the worker; the other one looks further. Who
                  // was
                  // called on last goes to the end of the queue.
                  .createNativeQuery(
                      "with taken as (insert into hold (assignment, staff, paged, binding, police_service,"
                          + " jurisdiction) select :assignment, w.id, true, :binding, :service,"
                          + " :jurisdiction from worker w where w.id = :staff and w.active and"
                          + " w.channels @> cast('[{\"verified\": true}]' as jsonb) and not exists"
                          + " (select 1 from side s where s.staff = w.id and s.person = any"
                          + " (cast(:persons as uuid[])) and s.audience <> :audience) and not exists"
                          + " (select 1 from page p join assignment a on a.id = p.assignment where"
                          + " p.staff = w.id and p.ending = 'accepted' and p.incident = any"
                          + " (cast(:linked as uuid[])) and a.audience <> :audience) and not exists"
                          + " (select 1 from staff_leave l where l.staff = w.id and l.starts <= :now"
                          + " and l.ends > :now and l.called_off_at is null) on conflict do"
                          + " nothing returning staff), called as (insert into idle (staff, since,"
                          + " police_service, jurisdiction) select staff, :now, :service, :jurisdiction"
                          + " from taken on conflict (staff) do update set since = excluded.since)"
                          + " select count(*) from taken")
                  .setParameter("now", now)
                  .setParameter("assignment", assignment.id())
                  .setParameter("staff", staff)
                  .setParameter("binding", binding)
                  .setParameter("persons", persons)
                  .setParameter("linked", Ids.array(incident.beside()))
                  .setParameter("audience", assignment.audience().name())
                  .setParameter("service", assignment.policeService())
                  .setParameter("jurisdiction", assignment.jurisdiction())
                  .getSingleResult();
      if (taken.intValue() == 0) {
        release(assignment, List.of());
        return false;
      }
      inHand.took(staff, now);
    }
    inHand.claiming(crew);
    return true;
  }

  /** Whoever another decision of this process is about at this moment. */
  Set<UUID> inOtherHands() {
    return inHand.inOtherHands();
  }

  /**
   * Brings the holds in line with where the assignment stands now.
   *
   * @return who has one thing less in hand
   */
  List<UUID> follow(Assignment assignment) {
    List<UUID> occupied = assignment.occupied();
    List<UUID> released = release(assignment, occupied);
    if (!occupied.isEmpty()) {
      database
          // Accepted by phone, a worker is no longer bound; accepted for a scene, they still are.
          .createNativeQuery(
              "update hold set paged = :paged, binding = :binding where assignment = :assignment")
          .setParameter("paged", assignment.state() instanceof AssignmentState.Paged)
          .setParameter("binding", assignment.binds())
          .setParameter("assignment", assignment.id())
          .executeUpdate();
    }
    return released;
  }

  /** Remembers on whose side a crew is with every party of the incident, by every id of theirs. */
  void sides(Assignment assignment, AssignmentState.Held held, IncidentView incident) {
    for (UUID staff : held.crew()) {
      for (UUID person : everyId(incident)) {
        database
            // Once on someone's side, never on the other one's.
            .createNativeQuery(
                "insert into side (staff, person, audience, incident, police_service, jurisdiction)"
                    + " values (:staff, :person, :audience, :incident, :service, :jurisdiction)"
                    + " on conflict do nothing")
            .setParameter("staff", staff)
            .setParameter("person", person)
            .setParameter("audience", assignment.audience().name())
            .setParameter("incident", incident.incident())
            .setParameter("service", assignment.policeService())
            .setParameter("jurisdiction", assignment.jurisdiction())
            .executeUpdate();
      }
    }
  }

  /**
   * The same for everyone who ever said yes for this incident, however it ended: a party may be
   * named late, and who helped one of a dyad is never to be asked for the other.
   */
  void sides(IncidentView incident) {
    String persons = Ids.array(everyId(incident));
    List<UUID> staff = unsided(incident, persons);
    if (staff.isEmpty()) {
      return;
    }
    lock(staff);
    database
        // A page that was accepted stays so, whatever became of the assignment.
        .createNativeQuery(
            "insert into side (staff, person, audience, incident, police_service, jurisdiction)"
                + " select p.staff, named.person, a.audience, p.incident, p.police_service,"
                + " p.jurisdiction from page p join assignment a on a.id = p.assignment"
                + " cross join unnest(cast(:persons as uuid[])) as named (person)"
                + " where p.incident = :incident and p.ending = 'accepted'"
                + " on conflict do nothing")
        .setParameter("persons", persons)
        .setParameter("incident", incident.incident())
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  private List<UUID> unsided(IncidentView incident, String persons) {
    return database
        // Nearly every fact names nobody new: then no worker needs to be locked.
        .createNativeQuery(
            "select distinct p.staff from page p join assignment a on a.id = p.assignment"
                + " cross join unnest(cast(:persons as uuid[])) as named (person)"
                + " where p.incident = :incident and p.ending = 'accepted'"
                + " and not exists (select 1 from side s where s.staff = p.staff"
                + " and s.person = named.person and s.audience = a.audience)")
        .setParameter("persons", persons)
        .setParameter("incident", incident.incident())
        .getResultList();
  }

  /** The parties, and the other ids they are known by: a side taken with one is taken with all. */
  private static List<UUID> everyId(IncidentView incident) {
    return incident.facts().parties().stream()
        .flatMap(
            party ->
                Stream.concat(
                    Stream.of(party.person()),
                    Stream.ofNullable(party.linked()).flatMap(List::stream)))
        .distinct()
        .toList();
  }

  /**
   * Locks workers who are about to take a side, so that they take one at a time.
   *
   * @return the versions of their rows
   */
  Map<UUID, String> lock(List<UUID> crew) {
    // Two acceptances at the same moment, one on each side of a dyad, must see each other.
    return locked(crew, "");
  }

  /**
   * The same without waiting for another decision that is about one of them: two decisions at the
   * same moment call on two workers.
   *
   * @return of those alone that could be locked
   */
  Map<UUID, String> lockAtOnce(List<UUID> crew) {
    return locked(crew, " skip locked");
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, String> locked(List<UUID> crew, String otherwise) {
    List<Object[]> rows =
        database
            // Whoever is locked is read as they are now, where that is not known anyhow.
            .createNativeQuery(
                "select w.id, "
                    + Workers.VERSION
                    + " as version from worker w where w.id in (:crew) order by w.id"
                    + " for no key update"
                    + otherwise)
            .setParameter("crew", crew)
            .getResultList();
    Map<UUID, String> versions = new HashMap<>();
    rows.forEach(row -> versions.put((UUID) row[0], (String) row[1]));
    return versions;
  }

  Load load(IncidentView incident, Set<UUID> workers) {
    if (workers.isEmpty()) {
      return new Load(Map.of(), Map.of());
    }
    Map<UUID, Object[]> bound = new HashMap<>();
    bound().forEach(row -> bound.put((UUID) row[0], row));
    Map<UUID, Load.OfWorker> load = new HashMap<>();
    for (UUID staff : workers) {
      int calls = inHand.of(staff);
      Instant since = inHand.idleSince(staff);
      Object[] one = bound.get(staff);
      if (one != null) {
        load.put(
            staff,
            new Load.OfWorker(Math.max(calls, 1), (Boolean) one[1], (Boolean) one[2], since));
      } else if (calls > 0 || since != null) {
        load.put(staff, new Load.OfWorker(calls, false, false, since));
      }
    }
    if (everyId(incident).isEmpty() && incident.beside().isEmpty()) {
      return new Load(load, Map.of());
    }
    String ids = Ids.array(workers);
    Map<UUID, Set<Audience>> sides = sidesOf(incident, ids);
    if (!incident.beside().isEmpty()) {
      sidesBeside(incident, ids, sides);
    }
    return new Load(load, sides);
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> bound() {
    return database
        // Whoever is bound to one place, or is being called there, is not called to another one;
        // they are fewer than a roster.
        .createNativeQuery("select staff, not paged, paged from hold where binding")
        .getResultList();
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Set<Audience>> sidesOf(IncidentView incident, String ids) {
    List<UUID> persons = everyId(incident);
    Map<UUID, Set<Audience>> sides = new HashMap<>();
    if (!persons.isEmpty()) {
      List<Object[]> rows =
          database
              // Who ever helped one of these people, and on which side.
              .createNativeQuery(
                  "select staff, audience from side where person "
                      + Ids.among("persons")
                      + " and staff "
                      + Ids.among("ids"))
              .setParameter("persons", Ids.array(persons))
              .setParameter("ids", ids)
              .getResultList();
      take(rows, sides);
    }
    return sides;
  }

  @SuppressWarnings("unchecked")
  private void sidesBeside(IncidentView incident, String ids, Map<UUID, Set<Audience>> sides) {
    List<Object[]> rows =
        database
            // Who helped somebody of a linked incident keeps to that side here: on its page alone,
            // for those people are no parties of this one.
            .createNativeQuery(
                "select distinct p.staff, a.audience from page p join assignment a"
                    + " on a.id = p.assignment where p.ending = 'accepted'"
                    + " and p.incident "
                    + Ids.among("linked")
                    + " and p.staff "
                    + Ids.among("ids"))
            .setParameter("linked", Ids.array(incident.beside()))
            .setParameter("ids", ids)
            .getResultList();
    take(rows, sides);
  }

  private static void take(List<Object[]> rows, Map<UUID, Set<Audience>> sides) {
    for (Object[] row : rows) {
      sides
          .computeIfAbsent((UUID) row[0], staff -> EnumSet.noneOf(Audience.class))
          .add(Audience.valueOf((String) row[1]));
    }
  }

  @SuppressWarnings("unchecked")
  private List<UUID> release(Assignment assignment, List<UUID> kept) {
    List<UUID> released =
        database
            // Whoever is no longer called on by it is free for others.
            .createNativeQuery(
                "delete from hold where assignment = :assignment"
                    + " and staff <> all (cast(:kept as uuid[])) returning staff")
            .setParameter("assignment", assignment.id())
            .setParameter("kept", Ids.array(kept))
            .getResultList();
    inHand.gave(released);
    return released;
  }
}
