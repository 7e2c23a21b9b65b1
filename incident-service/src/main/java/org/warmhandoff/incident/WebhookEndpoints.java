package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.seal.Seal;

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
      select e.*,
        (select count(*) from webhook_delivery d
          where d.endpoint = e.id and d.state = 'pending') as waiting,
        (select count(*) from webhook_delivery d
          where d.endpoint = e.id and d.state = 'failed') as failed
      from webhook_endpoint e where e.police_service = ? and e.removed_at is null\
      """;

  private static final Statement ALL = new Statement(SELECT + " order by e.created_at, e.id");

  /** Another police service's is not there. */
  private static final Statement OWN =
      new Statement(
          "select 1 from webhook_endpoint where police_service = ? and id = ?"
              + " and removed_at is null");

  /** What a sender needs; an old secret only as long as it is valid. */
  private static final Statement TO_SEND =
      new Statement(
          """
          select url, secret,
            case when previous_until > clock_timestamp() then previous_secret end as previous_secret
          from webhook_endpoint where id = ?\
          """);

  /** The old one stays valid beside the new one for a while. */
  private static final Statement ROTATE =
      new Statement(
          """
          update webhook_endpoint set previous_secret = secret,
            previous_until = clock_timestamp() + ? * interval '1 second', secret = ?
          where id = ?\
          """);

  private static final Statement ENABLE =
      new Statement(
          "update webhook_endpoint set disabled_at = null, disabled_for = null, failures = 0"
              + " where id = ?");

  /** The first reason stays. */
  private static final Statement DISABLE =
      new Statement(
          "update webhook_endpoint set disabled_at = clock_timestamp(), disabled_for = ?"
              + " where id = ? and disabled_at is null");

  /** Its row stays as evidence of where things went; its secrets do not. */
  private static final Statement REMOVE =
      new Statement(
          "update webhook_endpoint set removed_at = clock_timestamp(), secret = '\\x',"
              + " previous_secret = null, disabled_for = 'removed',"
              + " disabled_at = coalesce(disabled_at, clock_timestamp()) where id = ?");

  private static final Statement TOOK =
      new Statement(
          "update webhook_endpoint set failures = 0, last_taken_at = clock_timestamp()"
              + " where id = ?");

  private static final Statement FAILED =
      new Statement(
          "update webhook_endpoint set failures = failures + 1, last_failure = ?,"
              + " last_failed_at = clock_timestamp() where id = ?");

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

  /** Where to send, and the secrets valid now, the newest first. */
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

  /** Whether this police service has such an endpoint. */
  public boolean has(String policeService, UUID id) {
    return !OWN.rows(database, row -> true, policeService, id).isEmpty();
  }

  /** Where to send now. */
  public Target target(UUID id) {
    return TO_SEND
        .rows(
            database,
            row -> {
              List<WebhookSecret> secrets = new ArrayList<>();
              secrets.add(open(id, row.getBytes("secret")));
              byte[] previous = row.getBytes("previous_secret");
              if (previous != null) {
                secrets.add(open(id, previous));
              }
              return new Target(row.getString("url"), secrets);
            },
            id)
        .getFirst();
  }

  /** From now on this secret; the one before stays valid for the grace. */
  public void rotate(UUID id, WebhookSecret secret, Duration grace) {
    ROTATE.run(database, grace.toSeconds(), seal.seal(secret.bytes(), context(id)), id);
  }

  public void enable(UUID id) {
    ENABLE.run(database, id);
  }

  /** Whether it was enabled until now. */
  public boolean disable(UUID id, String reason) {
    return DISABLE.run(database, reason, id) == 1;
  }

  public void remove(UUID id) {
    REMOVE.run(database, id);
  }

  public void took(UUID id) {
    TOOK.run(database, id);
  }

  public void failed(UUID id, String failure) {
    FAILED.run(database, failure, id);
  }

  private WebhookSecret open(UUID id, byte[] sealed) {
    return WebhookSecret.of(seal.open(sealed, context(id)));
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
