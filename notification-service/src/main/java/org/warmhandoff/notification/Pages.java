package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentReassigned;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.PageExpired;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.eventing.OneColumn;

/** Every page that was ever offered. */
@ApplicationScoped
public class Pages {

  private final EntityManager database;

  Pages(EntityManager database) {
    this.database = database;
  }

  /** A page as it is shown: who, when, and what became of it (null: open). */
  public record Shown(
      UUID assignment,
      UUID staff,
      String program,
      Instant pagedAt,
      Instant answerBy,
      @Nullable Instant endedAt,
      @Nullable String ending,
      @Nullable String reason,
      Instant offeredAt) {}

  /**
   * Offers a page.
   *
   * @param causedAt wall-clock instant the triggering fact was stored; null where a deadline or an
   *     answer caused it
   * @return wall-clock instant it was written
   */
  Instant offer(Assignment assignment, WorkerPaged page, @Nullable Instant causedAt) {
    Instant offeredAt = page.at();
    for (UUID staff : page.staff()) {
      // The page is delivered in the app by being here.
      offeredAt =
          OneColumn.of(
                  database,
                  "insert into page (assignment, attempt, staff, incident, program, paged_at, answer_by,"
                      + " caused_at, police_service, jurisdiction) values (:assignment, :attempt, :staff,"
                      + " :incident, :program, :at, :answerBy, cast(:causedAt as timestamptz), :service,"
                      + " :jurisdiction) returning offered_at",
                  "offered_at",
                  Instant.class)
              .setParameter("assignment", page.assignment())
              .setParameter("attempt", page.attempt())
              .setParameter("staff", staff)
              .setParameter("incident", page.incident())
              .setParameter("program", page.program())
              .setParameter("at", page.at())
              .setParameter("answerBy", page.answerBy())
              .setParameter("causedAt", causedAt == null ? null : causedAt.toString())
              .setParameter("service", assignment.policeService())
              .setParameter("jurisdiction", assignment.jurisdiction())
              .getSingleResult();
    }
    return offeredAt;
  }

  /**
   * Ends what is open of it, apart from the page that is offered now.
   *
   * @return whose
   */
  @SuppressWarnings("unchecked")
  List<UUID> follow(Assignment assignment, List<AssignmentEvent> events, Instant now) {
    List<UUID> asked =
        assignment.state() instanceof AssignmentState.Paged paged ? paged.crew() : List.of();
    List<UUID> taken =
        assignment.state() instanceof AssignmentState.Held held ? held.crew() : List.of();
    return database
        // A page that was answered, ran out or was called off must not look open to anyone; of a
        // pool's, it is the first one's, and nobody else said yes.
        .createNativeQuery(
            "update page set ended_at = :now, reason = :reason, ending = case when cast(:taken as uuid[]) = '{}'"
                + " or staff = any (cast(:taken as uuid[])) then :ending else 'withdrawn' end"
                + " where assignment = :assignment and ended_at is null and (attempt < :offered"
                + " or staff <> all (cast(:asked as uuid[]))) returning staff")
        .setParameter("now", now)
        .setParameter("ending", ending(events))
        .setParameter("reason", reason(events))
        .setParameter("taken", Ids.array(taken))
        .setParameter("asked", Ids.array(asked))
        .setParameter("assignment", assignment.id())
        .setParameter("offered", asked.isEmpty() ? Integer.MAX_VALUE : assignment.attempt())
        .getResultList();
  }

  /** Whether this worker was ever paged for it. */
  public boolean everFor(UUID assignment, UUID staff) {
    return !database
        // Nobody learns of an assignment that never was theirs.
        .createNativeQuery("select 1 from page where assignment = :assignment and staff = :staff")
        .setParameter("assignment", assignment)
        .setParameter("staff", staff)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** An assignment a worker was paged for, and when last. */
  public record Call(UUID assignment, UUID incident, Instant pagedAt) {}

  /** What this worker was paged for since, the latest first. */
  @SuppressWarnings("unchecked")
  public List<Call> of(UUID staff, Instant since, int limit) {
    List<Object[]> rows =
        database
            // Somebody may call the worker back tomorrow: what is over still has its button then.
            .createNativeQuery(
                "select assignment, incident, max(paged_at) as last from page where staff = :staff"
                    + " and paged_at >= :since group by assignment, incident"
                    + " order by last desc limit :limit")
            .setParameter("staff", staff)
            .setParameter("since", since)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(row -> new Call((UUID) row[0], (UUID) row[1], (Instant) row[2]))
        .toList();
  }

  /** The program this worker was last paged by for it. */
  @SuppressWarnings("unchecked")
  public Optional<String> programOf(UUID assignment, UUID staff) {
    List<String> last =
        database
            // The assignment may be another program's by now; what they say is their own one's.
            .createNativeQuery(
                "select program from page where assignment = :assignment and staff = :staff"
                    + " order by attempt desc")
            .setParameter("assignment", assignment)
            .setParameter("staff", staff)
            .setMaxResults(1)
            .getResultList();
    return last.stream().findFirst();
  }

  /** The pages of an incident in the order they were offered. */
  @SuppressWarnings("unchecked")
  public List<Shown> of(UUID incident) {
    List<Object[]> rows =
        database
            // Board and trace show who was paged and what became of it.
            .createNativeQuery(
                "select assignment, staff, program, paged_at, answer_by, ended_at, ending, reason,"
                    + " offered_at from page where incident = :incident order by offered_at, staff")
            .setParameter("incident", incident)
            .getResultList();
    return rows.stream().map(Pages::shown).toList();
  }

  /** Pages nobody answered, the latest first. */
  @SuppressWarnings("unchecked")
  public List<Failed> expired(int limit) {
    List<Object[]> rows =
        database
            // An operator sees which pages did not reach anybody.
            .createNativeQuery(
                "select assignment, program, ended_at from page where ending = 'expired'"
                    + " order by ended_at desc limit :limit")
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(row -> new Failed("page-expired", (UUID) row[0], (String) row[1], (Instant) row[2]))
        .toList();
  }

  private static Shown shown(Object[] row) {
    return new Shown(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (Instant) row[3],
        (Instant) row[4],
        (Instant) row[5],
        (String) row[6],
        (String) row[7],
        (Instant) row[8]);
  }

  private static @Nullable String reason(List<AssignmentEvent> events) {
    for (AssignmentEvent event : events) {
      if (event instanceof PageDeclined declined) {
        return declined.reason();
      }
    }
    return null;
  }

  private static String ending(List<AssignmentEvent> events) {
    for (AssignmentEvent event : events) {
      switch (event) {
        case PageAccepted e -> {
          return "accepted";
        }
        case PageDeclined e -> {
          return "declined";
        }
        case PageExpired e -> {
          return "expired";
        }
        case AssignmentStoodDown e -> {
          return "stood-down";
        }
        case AssignmentReassigned e -> {
          return "reassigned";
        }
        case AssignmentEvent other -> {}
      }
    }
    return "withdrawn";
  }
}
