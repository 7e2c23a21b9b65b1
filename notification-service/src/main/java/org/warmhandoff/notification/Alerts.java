package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.PartyRole;

/** What a human must know of. Lock the incident first. */
@ApplicationScoped
public class Alerts implements PanacheRepositoryBase<Alert, UUID> {

  private static final Duration SHOWN_TO_RAISER = Duration.ofHours(24);

  /** A due alert, its incident locked. */
  public record Due(UUID alert, UUID incident) {}

  /**
   * A worker's request to look at the safety plan again.
   *
   * @param incident their own
   * @param raisedFor the incident the alert was raised for; the worker is not told which
   */
  public record PlanReview(UUID id, UUID incident, UUID raisedFor, Instant toldAt) {}

  public List<Alert> of(UUID incident) {
    return list("incident = ?1 order by raisedAt, id", incident);
  }

  /** What this supervisor was told of, in whatever round, and nobody knows; the longest first. */
  public List<Alert> waitingFor(UUID supervisor) {
    return getEntityManager()
        // Whoever was told once goes on to see it, until somebody has said that they know.
        .createNativeQuery(
            "select a.* from alert a where a.acknowledged_at is null"
                + " and a.ever_told @> cast(:told as jsonb) order by a.raised_at, a.id",
            Alert.class)
        .setParameter("told", "[\"" + supervisor + "\"]")
        .getResultList()
        .stream()
        .map(Alert.class::cast)
        .toList();
  }

  /** What was asked of police and no human knows of, the longest waiting first. */
  public List<Alert> unanswered(String policeService) {
    return list(
        "policeService = ?1 and acknowledgedAt is null and kind <> ?2 order by raisedAt, id",
        policeService,
        Alert.Kind.LATE_HELP);
  }

  /** What nobody has judged yet of some programs, the longest due first; not the asker's own. */
  public List<Alert> toJudge(Collection<String> programs, UUID asker, int page, int size) {
    return programs.isEmpty()
        ? List.of()
        : find(
                "program in ?1 and raisedBy <> ?2 and approvalDueAt is not null"
                    + " and verdict is null order by approvalDueAt, id",
                programs,
                asker)
            .page(page, size)
            .list();
  }

  /** How many should have been judged by now. */
  public long overdue(Instant now) {
    return count("approvalDueAt < ?1 and verdict is null", now);
  }

  /** A worker's own of the last day. */
  public List<Alert> raisedBy(UUID staff, Instant now) {
    return list(
        "raisedBy = ?1 and raisedAt >= ?2 order by raisedAt desc, id",
        staff,
        now.minus(SHOWN_TO_RAISER));
  }

  /** Somebody has it now, or it is over: that nobody said yes in time is nobody's worry more. */
  void settleLate(UUID assignment, Instant now) {
    update(
        "acknowledgedAt = ?1, dueAt = null where assignment = ?2 and kind = ?3"
            + " and acknowledgedAt is null",
        now,
        assignment,
        Alert.Kind.LATE_HELP);
  }

  /** The incident an alert belongs to, read before it is locked. */
  public Optional<UUID> incidentOf(UUID alert) {
    return getEntityManager()
        .createQuery("select a.incident from Alert a where a.id = :id", UUID.class)
        .setParameter("id", alert)
        .getResultStream()
        .findFirst();
  }

  /** Takes the one that has been due longest and that nobody else works on. */
  @SuppressWarnings("unchecked")
  public Optional<Due> take(Instant now, Collection<UUID> heldBack) {
    List<Object[]> rows =
        getEntityManager()
            // The incident's row is the lock of everything that happens to it: an acknowledgement
            // and a deadline never meet.
            .createNativeQuery(
                "select a.id, a.incident from alert a join routing r on r.incident = a.incident"
                    + " where a.due_at <= :now and a.id <> all (cast(:heldBack as uuid[]))"
                    + " order by a.due_at, a.id limit 1 for update of r skip locked")
            .setParameter("now", now)
            .setParameter("heldBack", Ids.array(heldBack))
            .getResultList();
    return rows.stream().findFirst().map(row -> new Due((UUID) row[0], (UUID) row[1]));
  }

  /** How many are due and not passed on. */
  public long due(Instant now) {
    return count("dueAt <= ?1", now);
  }

  /** When the longest was raised that nobody knows of. */
  public Optional<Instant> oldestUnacknowledged() {
    return find("acknowledgedAt is null order by raisedAt").page(0, 1).stream()
        .map(Alert::raisedAt)
        .findFirst();
  }

  /** Asks those who have a victim of this incident in hand to look at her safety plan again. */
  public void askForReviews(Alert alert, IncidentView incident, Instant now) {
    List<UUID> victims =
        incident.facts().parties().stream()
            .filter(party -> party.role() == PartyRole.VICTIM)
            .map(party -> party.person())
            .distinct()
            .toList();
    getEntityManager()
        // Whoever is on her side now, for this incident or another; not the one who said so.
        .createNativeQuery(
            "insert into plan_review (id, alert, assignment, staff, police_service, jurisdiction,"
                + " told_at) select distinct on (h.staff) gen_random_uuid(), :alert, a.id, h.staff,"
                + " a.police_service, a.jurisdiction, cast(:now as timestamptz) from hold h"
                + " join assignment a on a.id = h.assignment where not h.paged"
                + " and a.audience = 'VICTIM' and h.staff <> :raiser and (a.incident = :incident"
                + " or exists (select 1 from side s where s.staff = h.staff"
                + " and s.incident = a.incident and s.audience = 'VICTIM'"
                + " and s.person = any (cast(:victims as uuid[]))))"
                + " order by h.staff, a.opened_at desc on conflict (alert, staff) do nothing")
        .setParameter("alert", alert.id())
        .setParameter("now", now.toString())
        .setParameter("raiser", alert.raisedBy())
        .setParameter("incident", alert.incident())
        .setParameter("victims", Ids.array(victims))
        .executeUpdate();
  }

  /** What this worker is to look at again. */
  @SuppressWarnings("unchecked")
  public List<PlanReview> reviewsFor(UUID staff) {
    List<Object[]> rows =
        getEntityManager()
            // Of their own incident: the alert may have been raised for another.
            .createNativeQuery(
                "select p.id, a.incident, l.incident, p.told_at from plan_review p"
                    + " join assignment a on a.id = p.assignment join alert l on l.id = p.alert"
                    + " where p.staff = :staff and p.done_at is null order by p.told_at, p.id")
            .setParameter("staff", staff)
            .getResultList();
    return rows.stream().map(Alerts::review).toList();
  }

  /** One that was asked of this worker, done or not. */
  @SuppressWarnings("unchecked")
  public Optional<PlanReview> review(UUID id, UUID staff) {
    List<Object[]> rows =
        getEntityManager()
            // Whoever became a party meanwhile is not to learn of it even by saying that it is
            // done.
            .createNativeQuery(
                "select p.id, a.incident, l.incident, p.told_at from plan_review p"
                    + " join assignment a on a.id = p.assignment join alert l on l.id = p.alert"
                    + " where p.id = :id and p.staff = :staff")
            .setParameter("id", id)
            .setParameter("staff", staff)
            .getResultList();
    return rows.stream().map(Alerts::review).findFirst();
  }

  private static PlanReview review(Object[] row) {
    return new PlanReview((UUID) row[0], (UUID) row[1], (UUID) row[2], (Instant) row[3]);
  }

  /** The worker has looked; whether it was theirs to look at. */
  public boolean reviewed(UUID review, UUID staff, Instant now) {
    return getEntityManager()
            // Said twice, the first time stays.
            .createNativeQuery(
                "update plan_review set done_at = coalesce(done_at, cast(:now as timestamptz))"
                    + " where id = :id and staff = :staff")
            .setParameter("now", now.toString())
            .setParameter("id", review)
            .setParameter("staff", staff)
            .executeUpdate()
        == 1;
  }
}
