package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.contracts.Mode;

/**
 * Advisories on their way to endpoints. All times are the database's own clock, which every process
 * shares. A lease says who sends; one that ran out belonged to a process that is gone.
 */
@ApplicationScoped
public class WebhookDeliveries {

  /**
   * A drill goes to endpoints for drills alone, and what is real never goes there. One that is
   * being removed is waited for: nothing is left behind for an endpoint that is gone.
   */
  private static final Statement QUEUE =
      new Statement(
          """
          insert into webhook_delivery (id, endpoint, advisory, police_service, jurisdiction,
            incident, place, urgent)
          select gen_random_uuid(), e.id, ?, e.police_service, e.jurisdiction, ?, ?, ?
          from webhook_endpoint e
          where e.police_service = ? and e.test = ? and e.removed_at is null
          for key share of e
          on conflict (endpoint, advisory) do nothing\
          """);

  /**
   * What is to be sent next. Each endpoint that is not disabled offers one message: first one that
   * a human is waited for, the newest, which waits for nothing; then what has been due longest, of
   * one incident the earliest first, what is sent again on request last. While an endpoint fails it
   * is sent one message at a time, and one that is urgent besides; of all senders a police service
   * has its share, so that one whose endpoints hang does not take them from the others.
   */
  private static final Statement CLAIM =
      new Statement(
          """
          with next as materialized (
            select c.id from webhook_endpoint e
            cross join lateral (
              select count(*) as n from webhook_delivery s
              where s.endpoint = e.id and s.lease is not null
                and s.leased_until >= statement_timestamp()) own
            cross join lateral (
              select count(*) as n from webhook_delivery s
              where s.police_service = e.police_service and s.lease is not null
                and s.leased_until >= statement_timestamp()) share
            cross join lateral (
              (select u.id, 0 as turn, u.due_at from webhook_delivery u
                where u.endpoint = e.id and u.state = 'pending' and u.urgent
                  and u.due_at <= statement_timestamp()
                  and (u.leased_until is null or u.leased_until < statement_timestamp())
                  and own.n < case when e.failures > 0 then 2 else 2 + ? end and share.n < 4 + ?
                order by u.place desc limit 1)
              union all
              (select w.id, case when w.replay then 2 else 1 end, w.due_at from webhook_delivery w
                where w.endpoint = e.id and w.state = 'pending' and not w.urgent
                  and w.due_at <= statement_timestamp()
                  and (w.leased_until is null or w.leased_until < statement_timestamp())
                  and (e.retry_at is null or e.retry_at <= statement_timestamp())
                  and own.n < case when e.failures > 0 then 1 else ? end and share.n < ?
                  and not exists (
                    select 1 from webhook_delivery earlier
                    where earlier.endpoint = w.endpoint and earlier.incident = w.incident
                      and earlier.place < w.place and earlier.state = 'pending'
                      and (w.replay or not earlier.replay))
                order by w.replay, w.due_at, w.place limit 1)) c
            where e.disabled_at is null and e.removed_at is null
            order by c.turn, c.due_at limit 1)
          update webhook_delivery d
          set lease = gen_random_uuid(), leased_until = clock_timestamp() + ? * interval '1 second',
            first_tried_at = coalesce(d.first_tried_at, clock_timestamp())
          from next where d.id = next.id and d.state = 'pending'
            and (d.leased_until is null or d.leased_until < clock_timestamp())
          returning d.id, d.lease, d.endpoint, d.advisory, d.place, d.attempts + 1 as attempt,
            d.replay, d.urgent, d.police_service, clock_timestamp() as sent_at\
          """);

  /** Only whoever still holds the lease may say what became of it. */
  private static final Statement TAKEN =
      new Statement(
          """
          update webhook_delivery set state = 'delivered', ended_at = clock_timestamp(),
            lease = null, leased_until = null, attempts = attempts + 1
          where id = ? and lease = ? and state = 'pending'\
          """);

  /**
   * It is tried again then; nothing else of its incident goes before it but what is urgent. What
   * was claimed and never answered for, by a process that was killed, is no attempt.
   */
  private static final Statement LATER =
      new Statement(
          """
          update webhook_delivery set lease = null, leased_until = null, last_failure = ?,
            last_failed_at = clock_timestamp(), attempts = attempts + 1,
            due_at = clock_timestamp() + ? * interval '1 millisecond'
          where id = ? and lease = ? and state = 'pending'\
          """);

  /** It went through its whole schedule while its endpoint took others: it is this one's fault. */
  private static final Statement GIVEN_UP =
      new Statement(
          """
          update webhook_delivery set state = 'failed', ended_at = clock_timestamp()
          where id = ? and exists (
            select 1 from webhook_endpoint e where e.id = webhook_delivery.endpoint
              and e.last_taken_at >= webhook_delivery.first_tried_at)\
          """);

  /**
   * What was sent, or given up, is sent once more under its old id; what was never queued is. It
   * goes after everything that is told now, and nothing of that waits for it.
   */
  private static final Statement REPLAY =
      new Statement(
          """
          insert into webhook_delivery (id, endpoint, advisory, police_service, jurisdiction,
            incident, place, replay)
          select gen_random_uuid(), e.id, a.id, e.police_service, e.jurisdiction, a.incident,
            a.place, true
          from webhook_endpoint e join advisory a on a.police_service = e.police_service
          where e.id = ? and e.removed_at is null and a.told_at >= ? and a.mode = case when e.test then 'TEST' else 'LIVE' end
          on conflict (endpoint, advisory) do update
          set state = 'pending', replay = true, urgent = false, attempts = 0, first_tried_at = null,
            due_at = clock_timestamp(), ended_at = null, last_failure = null, last_failed_at = null
          where webhook_delivery.state <> 'pending'\
          """);

  /** An endpoint that is enabled by hand is tried at once, with its whole schedule before it. */
  private static final Statement AFRESH =
      new Statement(
          """
          update webhook_delivery set attempts = 0, first_tried_at = null, due_at = clock_timestamp()
          where endpoint = ? and state = 'pending'
            and (leased_until is null or leased_until < clock_timestamp())\
          """);

  /** Nothing waits for an endpoint that is not there any more. */
  private static final Statement DROP =
      new Statement(
          """
          update webhook_delivery set state = 'failed', ended_at = clock_timestamp(), lease = null,
            last_failed_at = null
          where endpoint = ? and state = 'pending'\
          """);

  private final DataSource database;

  WebhookDeliveries(DataSource database) {
    this.database = database;
  }

  /**
   * One that was claimed.
   *
   * @param id the webhook-id, the same at every attempt
   * @param lease says who may tell what became of it
   * @param attempts this one included
   * @param urgent whether a human is waited for
   * @param sentAt wall-clock instant of the database
   */
  public record Claimed(
      UUID id,
      UUID lease,
      UUID endpoint,
      UUID advisory,
      long place,
      int attempts,
      boolean replay,
      boolean urgent,
      String policeService,
      Instant sentAt) {}

  /**
   * How many messages are on their way at a time, what is urgent apart.
   *
   * @param endpoint to one endpoint
   * @param policeService to all endpoints of one police service
   */
  public record Limits(int endpoint, int policeService) {}

  /** Queues an advisory for every endpoint of its police service that takes its kind. */
  public void queue(Advisory advisory, long place) {
    QUEUE.run(
        database,
        advisory.id(),
        advisory.incident(),
        place,
        advisory.acknowledgeBy() != null,
        advisory.policeService(),
        advisory.mode() == Mode.TEST);
  }

  /**
   * Claims what is to be sent next.
   *
   * @param forTime longer than an attempt can take
   */
  public Optional<Claimed> claim(Duration forTime, Limits limits) {
    return CLAIM
        .rows(
            database,
            WebhookDeliveries::claimed,
            limits.endpoint(),
            limits.policeService(),
            limits.endpoint(),
            limits.policeService(),
            forTime.toSeconds())
        .stream()
        .findFirst();
  }

  /** Whether it was still the claimer's to say. */
  public boolean taken(Claimed claimed) {
    return TAKEN.run(database, claimed.id(), claimed.lease()) == 1;
  }

  /** Puts it off; whether it was still the claimer's to say. */
  public boolean later(Claimed claimed, String failure, Duration delay) {
    return LATER.run(database, failure, delay.toMillis(), claimed.id(), claimed.lease()) == 1;
  }

  /** Gives it up where its endpoint took others meanwhile; whether it did. */
  public boolean giveUp(Claimed claimed) {
    return GIVEN_UP.run(database, claimed.id()) == 1;
  }

  /** Sends again what was told from this business instant on; how many. */
  public int replay(UUID endpoint, Instant from) {
    return REPLAY.run(database, endpoint, from);
  }

  /** Makes everything that waits for this endpoint due now. */
  public void afresh(UUID endpoint) {
    AFRESH.run(database, endpoint);
  }

  /** Gives up what waits for an endpoint that was removed. */
  public void drop(UUID endpoint) {
    DROP.run(database, endpoint);
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        row.getObject("lease", UUID.class),
        row.getObject("endpoint", UUID.class),
        row.getObject("advisory", UUID.class),
        row.getLong("place"),
        row.getInt("attempt"),
        row.getBoolean("replay"),
        row.getBoolean("urgent"),
        row.getString("police_service"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
