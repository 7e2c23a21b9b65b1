package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;

/** Deadlines as rows: what falls due is found again after any crash, and acted on once. */
@ApplicationScoped
public class Deadlines {

  private final EntityManager database;

  Deadlines(EntityManager database) {
    this.database = database;
  }

  /** A due row, its incident locked. */
  public record Due(UUID assignment, UUID incident) {}

  /** Brings the row in line with where the assignment stands now. */
  void follow(Assignment assignment) {
    assignment
        .deadline()
        .ifPresentOrElse(deadline -> set(assignment, deadline), () -> clear(assignment.id()));
  }

  /**
   * Takes the deadline that has been due longest and that nobody else works on, and locks its
   * incident.
   *
   * @param heldBack assignments that failed a moment ago
   */
  @SuppressWarnings("unchecked")
  public Optional<Due> take(Instant now, Collection<UUID> heldBack) {
    List<Object[]> rows =
        database
            // The incident's row is the lock of everything that happens to it, so that a deadline
            // and an answer never meet; a locked one is passed over, its turn comes again.
            .createNativeQuery(
                "select d.assignment, d.incident from deadline d"
                    + " join routing r on r.incident = d.incident"
                    + " where d.due_at <= :now and d.assignment <> all (cast(:heldBack as uuid[]))"
                    + " order by d.due_at, d.assignment limit 1 for update of r skip locked")
            .setParameter("now", now)
            .setParameter("heldBack", Ids.array(heldBack))
            .getResultList();
    return rows.stream().findFirst().map(row -> new Due((UUID) row[0], (UUID) row[1]));
  }

  /**
   * What waits for one of these is due now, the longest waiting first. What is being decided on at
   * this moment is passed over: it waits until its own deadline at most.
   */
  void hasten(Collection<UUID> freed, Instant now) {
    database
        // A crew works through a list, and the next on it is not to wait for the hour to pass.
        .createNativeQuery(
            "update deadline d set due_at = cast(:now as timestamptz)"
                + " - (listed.behind + 1) * interval '1 microsecond' from (select waiting.assignment,"
                + " row_number() over (order by waiting.opened_at desc) as behind from"
                + " (select d.assignment, a.opened_at from assignment a"
                + " join deadline d on d.assignment = a.id where a.state_code = 'waiting'"
                + " and a.state @> '{\"forWorker\": true}' and d.due_at > :now and exists"
                + " (select 1 from shift s where s.staff = any (cast(:freed as uuid[]))"
                + " and s.called_off_at is null and s.starts <= :now and s.ends > :now"
                + " and (a.ladder -> a.rung ->> 'program') = any (s.programs))"
                + " for update of d skip locked) waiting) listed"
                + " where d.assignment = listed.assignment")
        .setParameter("now", now)
        .setParameter("freed", Ids.array(freed))
        .executeUpdate();
  }

  /** When the longest was opened whom nobody has taken on, a supervisor neither. */
  public Optional<Instant> oldestUnacknowledged() {
    // Somebody outside must hear of it where the ladder's end does not help.
    return Optional.ofNullable(
        OneColumn.of(
                database,
                "select min(opened_at) from assignment"
                    + " where state_code in ('told', 'unattended')",
                "min",
                Instant.class)
            .getSingleResult());
  }

  /** How many are due and not acted on. */
  public long due(Instant now) {
    return ((Number)
            database
                // Lag must be back at zero before anyone calls the system settled.
                .createNativeQuery("select count(*) from deadline where due_at <= :now")
                .setParameter("now", now)
                .getSingleResult())
        .longValue();
  }

  private void set(Assignment assignment, Deadline deadline) {
    database
        // One deadline per assignment: a new one replaces what can no longer happen.
        .createNativeQuery(
            "insert into deadline (assignment, incident, kind, due_at, police_service, jurisdiction)"
                + " values (:assignment, :incident, :kind, :due, :service, :jurisdiction)"
                + " on conflict (assignment) do update set kind = excluded.kind,"
                + " due_at = excluded.due_at")
        .setParameter("assignment", assignment.id())
        .setParameter("incident", assignment.incident())
        .setParameter("kind", Codes.of(deadline.kind()))
        .setParameter("due", deadline.dueAt())
        .setParameter("service", assignment.policeService())
        .setParameter("jurisdiction", assignment.jurisdiction())
        .executeUpdate();
  }

  private void clear(UUID assignment) {
    database
        // Nothing is left to happen by itself.
        .createNativeQuery("delete from deadline where assignment = :assignment")
        .setParameter("assignment", assignment)
        .executeUpdate();
  }
}
