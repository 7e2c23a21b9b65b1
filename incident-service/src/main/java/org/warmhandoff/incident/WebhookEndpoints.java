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
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.outbound.WebhookSecret;

/** Where police services want their advisories sent. Secrets are sealed for their own row. */
@ApplicationScoped
public class WebhookEndpoints {

  private static final Statement ADD =
      new Statement(
          """
          insert into webhook_endpoint (id, police_service, jurisdiction, url, test, secret,
            created_by)
          values (?, ?, ?, ?, ?, ?, ?)\
          """);

  /** Everything an administrator sees of it, with what waits and what failed. */
  private static final String SELECT =
      """
      select e.id, e.url, e.test, e.disabled_at, e.disabled_for, e.failures, e.last_failure,
        e.last_failed_at, e.last_taken_at, e.created_at,
        (select max(p.until) from webhook_past_secret p
          where p.endpoint = e.id and p.until > clock_timestamp()) as previous_until,
        (select count(*) from webhook_delivery d
          where d.endpoint = e.id and d.state = 'pending') as waiting,
        (select count(*) from webhook_delivery d
          where d.endpoint = e.id and d.state = 'failed') as failed
      from webhook_endpoint e where e.police_service = ? and e.removed_at is null\
      """;

  private static final Statement ALL = new Statement(SELECT + " order by e.created_at, e.id");

  /**
   * Another police service's is not there. Whatever changes it comes after one another; what is
   * queued for it meanwhile is not held up.
   */
  private static final Statement OWN =
      new Statement(
          "select 1 from webhook_endpoint where police_service = ? and id = ?"
              + " and removed_at is null for no key update");

  /** The same, and nothing is queued for it any more until that is done. */
  private static final Statement OWN_FOR_GOOD =
      new Statement(
          "select 1 from webhook_endpoint where police_service = ? and id = ?"
              + " and removed_at is null for update");

  /** Its row is locked before its messages', here as wherever both are changed. */
  private static final Statement LOCK =
      new Statement("select 1 from webhook_endpoint where id = ? for no key update");

  /** What a sender needs; old secrets only as long as they are valid, the newest first. */
  private static final Statement TO_SEND =
      new Statement(
          """
          select e.url, e.secret, null as until from webhook_endpoint e
          where e.id = ? and e.removed_at is null
          union all
          select e.url, p.secret, p.until from webhook_endpoint e
          join webhook_past_secret p on p.endpoint = e.id and p.until > clock_timestamp()
          where e.id = ? and e.removed_at is null
          order by until desc nulls first\
          """);

  /** The old one stays valid beside the new one for a while, and so does the one before it. */
  private static final Statement KEEP_OLD =
      new Statement(
          """
          insert into webhook_past_secret (endpoint, secret, until, police_service, jurisdiction)
          select id, secret, clock_timestamp() + ? * interval '1 second', police_service,
            jurisdiction
          from webhook_endpoint where id = ? and removed_at is null\
          """);

  /** What no longer signs is not kept; and a header has room for so many. */
  private static final Statement FORGET_EXPIRED =
      new Statement(
          """
          delete from webhook_past_secret p where p.endpoint = ? and (p.until <= clock_timestamp()
            or p.until < (select n.until from webhook_past_secret n where n.endpoint = p.endpoint
              order by n.until desc offset 3 limit 1))\
          """);

  private static final Statement FORGET_ALL =
      new Statement("delete from webhook_past_secret where endpoint = ?");

  private static final Statement ROTATE =
      new Statement("update webhook_endpoint set secret = ? where id = ? and removed_at is null");

  private static final Statement ENABLE =
      new Statement(
          "update webhook_endpoint set disabled_at = null, disabled_for = null, failures = 0,"
              + " retry_at = null where id = ? and removed_at is null");

  /** The first reason stays. */
  private static final Statement DISABLE =
      new Statement(
          "update webhook_endpoint set disabled_at = clock_timestamp(), disabled_for = ?"
              + " where id = ? and disabled_at is null and removed_at is null");

  /** Its row stays as evidence of where things went; its secrets do not. */
  private static final Statement REMOVE =
      new Statement(
          "update webhook_endpoint set removed_at = clock_timestamp(), secret = '\\x',"
              + " disabled_for = 'removed',"
              + " disabled_at = coalesce(disabled_at, clock_timestamp()) where id = ?");

  private static final Statement TOOK =
      new Statement(
          "update webhook_endpoint set failures = 0, retry_at = null,"
              + " last_taken_at = clock_timestamp() where id = ?");

  /** The more often it failed, the longer it is left alone, up to a minute. */
  private static final Statement FAILED =
      new Statement(
          "update webhook_endpoint set failures = failures + 1, last_failure = ?,"
              + " last_failed_at = clock_timestamp(), retry_at = clock_timestamp()"
              + " + least(60, power(2, least(failures, 6))) * interval '1 second' where id = ?");

  private final DataSource database;
  private final Seal seal;

  WebhookEndpoints(DataSource database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  /**
   * An endpoint as its administrator sees it; instants are wall-clock.
   *
   * @param failures attempts that failed since one was taken
   * @param disabledFor code of the reason
   */
  public record Endpoint(
      UUID id,
      String url,
      boolean test,
      @Nullable Instant disabledAt,
      @Nullable String disabledFor,
      long failures,
      @Nullable String lastFailure,
      @Nullable Instant lastFailedAt,
      @Nullable Instant lastTakenAt,
      @Nullable Instant previousSecretUntil,
      Instant createdAt,
      long waiting,
      long failed) {}

  /** Where to send, and the secrets valid now that can be opened, the newest first. */
  public record Target(String url, List<WebhookSecret> secrets) {
    public Target {
      secrets = List.copyOf(secrets);
    }
  }

  /** Adds one. */
  public UUID add(
      PoliceService policeService, String url, boolean test, WebhookSecret secret, String by) {
    UUID id = UUID.randomUUID();
    ADD.run(
        database,
        id,
        policeService.code(),
        policeService.jurisdiction(),
        url,
        test,
        seal.seal(secret.bytes(), context(id)),
        by);
    return id;
  }

  public List<Endpoint> of(String policeService) {
    return ALL.rows(database, WebhookEndpoints::endpoint, policeService);
  }

  /** Whether this police service has such an endpoint; it is locked then. */
  public boolean locked(String policeService, UUID id) {
    return !OWN.rows(database, row -> true, policeService, id).isEmpty();
  }

  /** The same, before it is removed: whoever queues something for it now waits. */
  public boolean lockedForGood(String policeService, UUID id) {
    return !OWN_FOR_GOOD.rows(database, row -> true, policeService, id).isEmpty();
  }

  /** Locks it, before the messages that are on their way to it. */
  public void lock(UUID id) {
    LOCK.rows(database, row -> true, id);
  }

  /**
   * Where to send now; empty where it was removed. A secret that cannot be opened (its key is gone,
   * its row came from elsewhere) signs nothing, and stops nobody else's messages.
   */
  public Optional<Target> target(UUID id) {
    FORGET_EXPIRED.run(database, id);
    List<Row> rows =
        TO_SEND.rows(
            database, row -> new Row(row.getString("url"), row.getBytes("secret")), id, id);
    return rows.stream()
        .findFirst()
        .map(
            newest ->
                new Target(
                    newest.url(),
                    rows.stream().flatMap(row -> open(id, row.secret()).stream()).toList()));
  }

  private record Row(String url, byte[] secret) {}

  /**
   * From now on this secret; those before stay valid for the grace.
   *
   * @param leaked those before sign nothing any more, from now on
   */
  public void rotate(UUID id, WebhookSecret secret, Duration grace, boolean leaked) {
    if (leaked) {
      FORGET_ALL.run(database, id);
    } else {
      KEEP_OLD.run(database, grace.toSeconds(), id);
      FORGET_EXPIRED.run(database, id);
    }
    ROTATE.run(database, seal.seal(secret.bytes(), context(id)), id);
  }

  public void enable(UUID id) {
    ENABLE.run(database, id);
  }

  /** Whether it was enabled until now. */
  public boolean disable(UUID id, String reason) {
    return DISABLE.run(database, reason, id) == 1;
  }

  public void remove(UUID id) {
    FORGET_ALL.run(database, id);
    REMOVE.run(database, id);
  }

  public void took(UUID id) {
    TOOK.run(database, id);
  }

  public void failed(UUID id, String failure) {
    FAILED.run(database, failure, id);
  }

  private Optional<WebhookSecret> open(UUID id, byte[] sealed) {
    try {
      return Optional.of(WebhookSecret.of(seal.open(sealed, context(id))));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String context(UUID id) {
    return "webhook-secret:" + id;
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    return new Endpoint(
        row.getObject("id", UUID.class),
        row.getString("url"),
        row.getBoolean("test"),
        Statement.instant(row, "disabled_at"),
        row.getString("disabled_for"),
        row.getLong("failures"),
        row.getString("last_failure"),
        Statement.instant(row, "last_failed_at"),
        Statement.instant(row, "last_taken_at"),
        Statement.instant(row, "previous_until"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("waiting"),
        row.getLong("failed"));
  }
}
