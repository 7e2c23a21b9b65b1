package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.eventing.OneColumn;

/**
 * What is on its way to telephones. A lease says who sends; one that ran out belonged to a process
 * that is gone. Leases and back-off are the database's own clock, which every process shares.
 */
@ApplicationScoped
public class DeliveryQueue {

  private final EntityManager database;

  DeliveryQueue(EntityManager database) {
    this.database = database;
  }

  /**
   * One that was taken.
   *
   * @param id the gateway's idempotency key, the same at every attempt
   * @param lease says who may tell what became of it; null where it may not be sent any more
   * @param notice page, stop, taken, told, alert or code
   * @param attempts this one included
   * @param at wall-clock instant
   */
  public record Claimed(
      UUID id,
      @Nullable UUID lease,
      String notice,
      UUID staff,
      UUID channel,
      String kind,
      int attempts,
      Instant at) {}

  /**
   * Takes what has been due longest. Whether it may still be sent is asked in the same statement:
   * the incident is live, the news is fresh, and the page is still open, or the word of this
   * supervisor is still waited for.
   *
   * @param now business time
   * @param forTime longer than an attempt can take
   */
  @SuppressWarnings("unchecked")
  public Optional<Claimed> claim(Instant now, Duration forTime) {
    List<Object[]> rows =
        database
            // What is replayed, stale, a drill or over meanwhile rings nobody's telephone.
            .createNativeQuery(
                "with due as materialized (select d.id, ((d.notice = 'code' or r.mode = 'LIVE')"
                    + " and d.good_until > :now and case d.notice when 'page' then exists (select 1 from page p where"
                    + " p.assignment = d.assignment and p.attempt = d.attempt"
                    + " and p.staff = d.staff and p.ended_at is null)"
                    + " when 'told' then exists (select 1 from assignment a where"
                    + " a.id = d.assignment and a.supervisor = d.staff)"
                    + " when 'alert' then exists (select 1 from alert a where a.id = d.about"
                    + " and a.acknowledged_at is null) else true end) as may"
                    + " from delivery d left join routing r on r.incident = d.incident"
                    + " where d.state in ('waiting', 'sending', 'failed-for-now')"
                    + " and d.due_at <= statement_timestamp() and (d.leased_until is null"
                    + " or d.leased_until < statement_timestamp())"
                    + " order by d.due_at limit 1 for update of d skip locked)"
                    + " update delivery d set"
                    + " state = case when due.may then 'sending' else 'cancelled' end,"
                    + " lease = case when due.may then gen_random_uuid() end,"
                    + " leased_until = case when due.may then"
                    + " clock_timestamp() + :seconds * interval '1 second' end,"
                    + " ended_at = case when due.may then null else clock_timestamp() end,"
                    + " attempts = d.attempts + case when due.may then 1 else 0 end"
                    + " from due where d.id = due.id"
                    + " returning d.id, d.lease, d.notice, d.staff, d.channel, d.kind, d.attempts,"
                    + " clock_timestamp()")
            .setParameter("now", now)
            .setParameter("seconds", forTime.toSeconds())
            .getResultList();
    return rows.stream().findFirst().map(DeliveryQueue::claimed);
  }

  private static Claimed claimed(Object[] row) {
    return new Claimed(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (UUID) row[3],
        (UUID) row[4],
        (String) row[5],
        ((Number) row[6]).intValue(),
        (Instant) row[7]);
  }

  /**
   * The gateway took it. Unless it is confirmed in time the worker's next channel steps in.
   *
   * @param gatewayId what the gateway calls it; null where it did not say
   * @return whether the lease still held
   */
  public boolean sent(Claimed claimed, @Nullable String gatewayId, Duration confirmWithin) {
    boolean ours =
        ended(
            // Whoever lost the lease meanwhile says nothing: another process sent it too.
            "update delivery set state = 'sent', sent_at = clock_timestamp(), due_at = null,"
                + " lease = null, leased_until = null, gateway_id = cast(:said as text)"
                + " where id = :id and lease = :lease and state = 'sending'",
            claimed,
            gatewayId);
    if (ours) {
      stepIn(claimed.id(), confirmWithin);
    }
    return ours;
  }

  /** It is tried again after this. */
  public boolean later(Claimed claimed, String failure, Duration wait) {
    return database
            // What fails for now keeps its id, so that the gateway knows it again.
            .createNativeQuery(
                "update delivery set state = 'failed-for-now', last_failure = :failure,"
                    + " lease = null, leased_until = null,"
                    + " due_at = clock_timestamp() + :millis * interval '1 millisecond'"
                    + " where id = :id and lease = :lease and state = 'sending'")
            .setParameter("failure", failure)
            .setParameter("millis", wait.toMillis())
            .setParameter("id", claimed.id())
            .setParameter("lease", claimed.lease())
            .executeUpdate()
        == 1;
  }

  /** It never arrives on this channel; the worker's next one steps in at once. */
  public boolean never(Claimed claimed, String failure) {
    boolean ours =
        ended(
            // An operator sees what could not be delivered.
            "update delivery set state = 'failed-for-good', ended_at = clock_timestamp(),"
                + " due_at = null, lease = null, leased_until = null, last_failure = cast(:said as text)"
                + " where id = :id and lease = :lease and state = 'sending'",
            claimed,
            failure);
    if (ours) {
      stepIn(claimed.id(), Duration.ZERO);
    }
    return ours;
  }

  private boolean ended(String update, Claimed claimed, @Nullable String said) {
    return database
            .createNativeQuery(update)
            .setParameter("said", said)
            .setParameter("id", claimed.id())
            .setParameter("lease", claimed.lease())
            .executeUpdate()
        == 1;
  }

  private void stepIn(UUID id, Duration after) {
    database
        // Somebody who is needed and not reached on one channel is reached for on the next.
        .createNativeQuery(
            "update delivery n set due_at = clock_timestamp() + :millis * interval '1 millisecond'"
                + " where n.state = 'waiting' and (n.due_at is null or n.due_at > clock_timestamp()"
                + " + :millis * interval '1 millisecond') and n.id = (select o.id"
                + " from delivery d join delivery o on o.assignment = d.assignment"
                + " and o.attempt = d.attempt and o.staff = d.staff and o.notice = d.notice"
                + " and o.place > d.place and o.state = 'waiting' where d.id = :id"
                + " order by o.place limit 1)")
        .setParameter("millis", after.toMillis())
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * The gateway says it arrived: then no other channel has to step in. It may say so before we have
   * noted that it was sent, or after we gave up waiting for its answer.
   */
  public void delivered(UUID id) {
    database
        // Whoever has it in the hand is not called as well.
        .createNativeQuery(
            "with told as (update delivery set state = 'delivered', ended_at = clock_timestamp(),"
                + " due_at = null, lease = null, leased_until = null where id = :id"
                + " and state in ('sending', 'sent', 'failed-for-now')"
                + " returning assignment, attempt, staff, notice, place)"
                + " update delivery n set due_at = null from told where n.state = 'waiting'"
                + " and n.assignment = told.assignment and n.attempt = told.attempt"
                + " and n.staff = told.staff and n.notice = told.notice and n.place > told.place")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** The gateway says it never arrives: the worker's next channel steps in at once. */
  public void undelivered(UUID id, String failure) {
    int failed =
        database
            // What was taken and then lost is a failure like any other.
            .createNativeQuery(
                "update delivery set state = 'failed-for-good', ended_at = clock_timestamp(),"
                    + " due_at = null, lease = null, leased_until = null, last_failure = :failure"
                    + " where id = :id and state in ('sending', 'sent')")
            .setParameter("failure", failure)
            .setParameter("id", id)
            .executeUpdate();
    if (failed > 0) {
      stepIn(id, Duration.ZERO);
    }
  }

  /** How many are due and not taken by anyone. */
  public long due() {
    return ((Number)
            database
                // Lag must be back at zero before anyone calls the system settled.
                .createNativeQuery(
                    "select count(*) from delivery where state in ('waiting', 'sending',"
                        + " 'failed-for-now') and due_at <= statement_timestamp()"
                        + " and (leased_until is null or leased_until < statement_timestamp())")
                .getSingleResult())
        .longValue();
  }

  /** Seconds since the longest due should have been sent; 0 where nothing waits. */
  public double oldestUnsentSeconds() {
    return OneColumn.of(
            database,
            // Somebody must hear of it where notices are not sent at all.
            "select coalesce(greatest(extract(epoch from clock_timestamp() - min(due_at)), 0), 0)"
                + " as age from delivery where state in ('waiting', 'sending', 'failed-for-now')",
            "age",
            Double.class)
        .getSingleResult();
  }

  /** What could not be delivered, the latest first; by assignment and channel kind. */
  @SuppressWarnings("unchecked")
  public List<Failed> failed(int limit) {
    List<Object[]> rows =
        database
            // An operator sees which telephones could not be reached, and not whose.
            .createNativeQuery(
                "select assignment, kind, ended_at from delivery where state = 'failed-for-good'"
                    + " and assignment is not null order by ended_at desc limit :limit")
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(row -> new Failed("not-delivered", (UUID) row[0], (String) row[1], (Instant) row[2]))
        .toList();
  }
}
