package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What became of an incident's advisories: told, acknowledged, sent, refused. Codes and ids only.
 */
@ApplicationScoped
public class AdvisoryTrail {

  /** Who acknowledged it stays where it is kept. */
  private static final Statement OF_INCIDENT =
      new Statement(
          """
          select a.told_at as at, a.recorded_at, 'advisory' as what, a.type as code, a.id,
            null::uuid as endpoint
          from advisory a where a.incident = ?
          union all
          select k.acknowledged_at, k.recorded_at, 'advisory-acknowledged', a.type, a.id, null::uuid
          from advisory a join advisory_acknowledgement k on k.advisory = a.id where a.incident = ?
          union all
          select coalesce(d.ended_at, d.last_failed_at), coalesce(d.ended_at, d.last_failed_at),
            'webhook-' || d.state,
            case when d.state = 'delivered' then a.type else coalesce(d.last_failure, a.type) end,
            a.id, d.endpoint
          from advisory a join webhook_delivery d on d.advisory = a.id
          where a.incident = ? and coalesce(d.ended_at, d.last_failed_at) is not null
          order by 2\
          """);

  private final DataSource database;

  AdvisoryTrail(DataSource database) {
    this.database = database;
  }

  /**
   * One step.
   *
   * @param at business instant; for what was sent, the wall clock's
   * @param recordedAt wall-clock instant
   * @param what advisory, advisory-acknowledged, webhook-delivered, webhook-pending or
   *     webhook-failed
   * @param code the advisory's type, or why the last attempt failed
   */
  public record Step(
      Instant at,
      Instant recordedAt,
      String what,
      String code,
      UUID advisory,
      @Nullable UUID endpoint) {}

  /** In the order it was stored. */
  public List<Step> of(UUID incident) {
    return OF_INCIDENT.rows(
        database,
        row ->
            new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getString("code"),
                row.getObject("id", UUID.class),
                row.getObject("endpoint", UUID.class)),
        incident,
        incident,
        incident);
  }
}
