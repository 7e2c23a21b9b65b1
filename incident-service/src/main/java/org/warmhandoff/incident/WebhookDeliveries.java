package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.FailedDeliveries.Failed;

/**
 * Advisories on their way to endpoints. All times are the database's own clock, which every process
 * shares. A lease says who sends; one that ran out belonged to a process that is gone.
 */
@ApplicationScoped
public class WebhookDeliveries {

  /** A drill goes to endpoints for drills alone, and what is real never goes there. */
  private static final Statement QUEUE =
      new Statement(
          """
          insert into webhook_delivery (id, endpoint, advisory, police_service, jurisdiction,
            incident, place)
          select gen_random_uuid(), e.id, ?, e.police_service, e.jurisdiction, ?, ?
          from webhook_endpoint e
          where e.police_service = ? and e.test = ? and e.removed_at is null
          on conflict (endpoint, advisory) do nothing\
          """);

  /**
   * The longest due that nobody sends: of one incident the earliest first, of one endpoint a few at
   * a time, so that one that hangs does not take every sender.
   */
  private static final Statement CLAIM =
      new Statement(
          """
          update webhook_delivery d
          set lease = gen_random_uuid(), leased_until = clock_timestamp() + ? * interval '1 second',
            attempts = d.attempts + 1, first_tried_at = coalesce(d.first_tried_at, clock_timestamp())
          from (
            select w.id from webhook_delivery w join webhook_endpoint e on e.id = w.endpoint
            where w.state = 'pending' and w.due_at <= clock_timestamp()
              and (w.leased_until is null or w.leased_until < clock_timestamp())
              and e.disabled_at is null
              and not exists (
                select 1 from webhook_delivery earlier
                where earlier.endpoint = w.endpoint and earlier.incident = w.incident
                  and earlier.place < w.place and earlier.state = 'pending')
              and (
                select count(*) from webhook_delivery sending
                where sending.endpoint = w.endpoint and sending.state = 'pending'
                  and sending.leased_until >= clock_timestamp()) < ?
            order by w.due_at, w.place limit 1 for update of w skip locked) next
          where d.id = next.id
          returning d.id, d.lease, d.endpoint, d.advisory, d.place, d.attempts, d.replay,
            d.police_service, clock_timestamp() as sent_at\
          """);

  /** Only whoever still holds the lease may say what became of it. */
  private static final Statement TAKEN =
      new Statement(
          """
          update webhook_delivery set state = 'delivered', ended_at = clock_timestamp(),
            lease = null, leased_until = null
          where id = ? and lease = ? and state = 'pending'\
          """);

  /** It is tried again then; nothing else of its incident goes before it. */
  private static final Statement LATER =
      new Statement(
          """
          update webhook_delivery set lease = null, leased_until = null, last_failure = ?,
            last_failed_at = clock_timestamp(),
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

  /** What was sent, or given up, is sent once more under its old id; what was never queued is. */
  private static final Statement REPLAY =
      new Statement(
          """
          insert into webhook_delivery (id, endpoint, advisory, police_service, jurisdiction,
            incident, place, replay)
          select gen_random_uuid(), e.id, a.id, e.police_service, e.jurisdiction, a.incident,
            a.place, true
          from webhook_endpoint e join advisory a on a.police_service = e.police_service
          where e.id = ? and a.told_at >= ? and a.mode = case when e.test then 'TEST' else 'LIVE' end
          on conflict (endpoint, advisory) do update
          set state = 'pending', replay = true, attempts = 0, first_tried_at = null,
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

  /** An operator sees what did not arrive, and for which police service. */
  private static final Statement FAILED =
      new Statement(
          """
          select advisory, police_service, last_failed_at from webhook_delivery
          where state <> 'delivered' and last_failed_at is not null
          order by last_failed_at desc limit ?\
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
      String policeService,
      Instant sentAt) {}

  /** Queues an advisory for every endpoint of its police service that takes its kind. */
  public void queue(Advisory advisory, long place) {
    QUEUE.run(
        database,
        advisory.id(),
        advisory.incident(),
        place,
        advisory.policeService(),
        advisory.mode() == Mode.TEST);
  }

  /**
   * Claims what has been due longest.
   *
   * @param forTime longer than an attempt can take
   * @param atOnce how many an endpoint is sent at a time
   */
  public Optional<Claimed> claim(Duration forTime, int atOnce) {
    return CLAIM.rows(database, WebhookDeliveries::claimed, forTime.toSeconds(), atOnce).stream()
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

  /** What failed, the latest first. */
  public List<Failed> failed(int limit) {
    return FAILED.rows(
        database,
        row ->
            new Failed(
                "webhook-failed",
                row.getObject("advisory", UUID.class),
                row.getString("police_service"),
                row.getObject("last_failed_at", OffsetDateTime.class).toInstant()),
        limit);
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        row.getObject("lease", UUID.class),
        row.getObject("endpoint", UUID.class),
        row.getObject("advisory", UUID.class),
        row.getLong("place"),
        row.getInt("attempts"),
        row.getBoolean("replay"),
        row.getString("police_service"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
