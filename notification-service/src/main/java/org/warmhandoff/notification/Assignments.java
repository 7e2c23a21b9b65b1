package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Assignments. Lock the incident first: it stands for all that belong to it. */
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

  /** Every one of the incident, also what was for both while it was part of another. */
  public List<Assignment> of(UUID incident) {
    return of(incident, List.of());
  }

  /**
   * The same for one that goes on.
   *
   * @param merged those it goes on for
   */
  List<Assignment> of(UUID incident, Collection<UUID> merged) {
    return list(
        "incident = ?1 or marks.countsFor in ?2 order by openedAt, id",
        incident,
        all(incident, merged));
  }

  /** What belongs elsewhere and counts for one of these too. */
  List<Assignment> countedFor(UUID incident, Collection<UUID> merged) {
    return list("marks.countsFor in ?1 order by openedAt, id", all(incident, merged));
  }

  private static List<UUID> all(UUID incident, Collection<UUID> merged) {
    return Stream.concat(Stream.of(incident), merged.stream()).toList();
  }

  /** What belongs to the incident now. */
  List<Assignment> at(UUID incident) {
    return list("incident = ?1 order by openedAt, id", incident);
  }

  /** The incident an assignment belongs to, read before it is locked. */
  public Optional<UUID> incidentOf(UUID assignment) {
    return getEntityManager()
        .createQuery("select a.incident from Assignment a where a.id = :id", UUID.class)
        .setParameter("id", assignment)
        .getResultStream()
        .findFirst();
  }

  /** What waits for someone: offered, in hand, stopped and not acknowledged, or told. */
  public List<Assignment> waitingFor(UUID staff) {
    return getEntityManager()
        // A worker's duty page shows what calls on them now, the oldest first.
        .createNativeQuery(
            "select a.* from assignment a where a.supervisor = :staff or exists"
                + " (select 1 from hold h where h.assignment = a.id and h.staff = :staff)"
                + " order by a.opened_at, a.id",
            Assignment.class)
        .setParameter("staff", staff)
        .getResultList()
        .stream()
        .map(Assignment.class::cast)
        .toList();
  }

  /** What waits for its hours, a free worker or a supervisor, the longest first. */
  public List<Assignment> untaken() {
    return list("stateCode in ('waiting', 'told', 'unattended') order by openedAt, id");
  }

  /** Live help of a police service that is not over, or whose worker did not say they stopped. */
  public List<Assignment> onBoard(String policeService) {
    return list(
            "policeService = ?1 and stateCode not in ('concluded', 'acknowledged', 'stood-down',"
                + " 'reassigned')"
                + " order by openedAt, id",
            policeService)
        .stream()
        .filter(assignment -> assignment.current().kind() == Program.Kind.LIVE_HELP)
        .toList();
  }
}
