package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;

/** What police were told back, in the order it was stored, and what a human has acknowledged. */
@ApplicationScoped
public class Advisories {

  /**
   * Before the first place of a transaction: two processes that take places of several police
   * services, each in its own order, would wait for each other.
   */
  private static final Statement ONE_AT_A_TIME =
      new Statement("select pg_advisory_xact_lock(hashtextextended('advisory-place', 1007))");

  /** Locked until the commit: whoever comes next gets the next place, and commits later. */
  private static final Statement NEXT_PLACE =
      new Statement(
          """
          insert into advisory_place as p (police_service, jurisdiction, last) values (?, ?, 1)
          on conflict (police_service) do update set last = p.last + 1
          returning last""");

  /** One that is told again, by a broker that lost its answer, is there already. */
  private static final Statement KNOWN = new Statement("select 1 from advisory where id = ?");

  private static final Statement KEEP =
      new Statement(
          """
          insert into advisory (id, police_service, jurisdiction, place, incident, mode, type, code,
            other_incident, answers, told_at, acknowledge_by)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

  private static final String SELECT =
      """
      select a.*, k.acknowledged_at from advisory a
      left join advisory_acknowledgement k on k.advisory = a.id\s""";

  /** A CAD reads on; imports are no news to it. */
  private static final Statement AFTER =
      new Statement(SELECT + "where a.police_service = ? and a.place > ? order by a.place limit ?");

  /** One of this police service's own. */
  private static final Statement ONE =
      new Statement(SELECT + "where a.police_service = ? and a.id = ?");

  private static final String OPEN =
      "where a.police_service = ? and a.acknowledge_by is not null"
          + " and a.mode <> 'HISTORY' and k.advisory is null";

  /**
   * What no human has said they know of. What is of this shift comes first, danger before the rest,
   * the newest on top: whatever was left lying must never push a new danger off the page.
   */
  private static final Statement WAITING =
      new Statement(
          SELECT
              + OPEN
              + " order by a.told_at >= ? desc, a.type = 'imminent-danger' desc, a.place desc"
              + " limit ?");

  /** So that a page can say how many it does not show. */
  private static final Statement COUNT_WAITING =
      new Statement(
          "select count(*) from advisory a"
              + " left join advisory_acknowledgement k on k.advisory = a.id "
              + OPEN);

  private static final Statement OF_INCIDENT =
      new Statement(SELECT + "where a.incident = ? order by a.place");

  /** The first who says so counts. */
  private static final Statement ACKNOWLEDGE =
      new Statement(
          """
          insert into advisory_acknowledgement (advisory, police_service, jurisdiction, by_code,
            acknowledged_at)
          values (?, ?, ?, ?, ?) on conflict (advisory) do nothing""");

  /** A supervisor elsewhere was first: nobody here is waited for any more. */
  private static final Statement ANSWERED =
      new Statement(
          """
          insert into advisory_acknowledgement (advisory, police_service, jurisdiction, by_code,
            acknowledged_at)
          select a.id, a.police_service, a.jurisdiction, 'supervisor', ? from advisory a
          where a.id = ? and a.incident = ? on conflict (advisory) do nothing""");

  private final DataSource database;

  Advisories(DataSource database) {
    this.database = database;
  }

  /**
   * Keeps one.
   *
   * @return its place; empty where it was kept before
   */
  public Optional<Long> keep(Advisory advisory) {
    if (!KNOWN.rows(database, row -> true, advisory.id()).isEmpty()) {
      return Optional.empty();
    }
    ONE_AT_A_TIME.rows(database, row -> true);
    long place =
        NEXT_PLACE
            .rows(
                database, row -> row.getLong(1), advisory.policeService(), advisory.jurisdiction())
            .getFirst();
    KEEP.run(
        database,
        advisory.id(),
        advisory.policeService(),
        advisory.jurisdiction(),
        place,
        advisory.incident(),
        advisory.mode().name(),
        advisory.type(),
        advisory.code(),
        advisory.other(),
        advisory.answers(),
        advisory.toldAt(),
        advisory.acknowledgeBy());
    if (advisory.answers() != null) {
      ANSWERED.run(database, advisory.toldAt(), advisory.answers(), advisory.incident());
    }
    return Optional.of(place);
  }

  /** Those after a place, in order. */
  public List<Advisory.Placed> after(String policeService, long place, int limit) {
    return AFTER.rows(database, Advisories::placed, policeService, place, limit);
  }

  public Optional<Advisory.Placed> of(String policeService, UUID id) {
    return ONE.rows(database, Advisories::placed, policeService, id).stream().findFirst();
  }

  /**
   * What waits for a human, what is to be seen first on top.
   *
   * @param shift business instant; what was told before stands below
   */
  public List<Advisory.Placed> waiting(String policeService, Instant shift, int limit) {
    return WAITING.rows(database, Advisories::placed, policeService, shift, limit);
  }

  /** How many wait for a human. */
  public long waiting(String policeService) {
    return COUNT_WAITING.rows(database, row -> row.getLong(1), policeService).getFirst();
  }

  /** Those of one incident, in order. */
  public List<Advisory.Placed> of(UUID incident) {
    return OF_INCIDENT.rows(database, Advisories::placed, incident);
  }

  /**
   * Keeps that a human knows.
   *
   * @param by an operator's code or a staff id, never a name
   * @return whether this is the first to say so
   */
  public boolean acknowledge(Advisory advisory, String by, Instant at) {
    return ACKNOWLEDGE.run(
            database, advisory.id(), advisory.policeService(), advisory.jurisdiction(), by, at)
        == 1;
  }

  static Advisory.Placed placed(ResultSet row) throws SQLException {
    return new Advisory.Placed(
        row.getLong("place"), advisory(row), Statement.instant(row, "acknowledged_at"));
  }

  private static Advisory advisory(ResultSet row) throws SQLException {
    @Nullable UUID other = row.getObject("other_incident", UUID.class);
    return new Advisory(
        row.getObject("id", UUID.class),
        row.getString("police_service"),
        row.getString("jurisdiction"),
        row.getObject("incident", UUID.class),
        Mode.valueOf(row.getString("mode")),
        row.getString("type"),
        row.getString("code"),
        other,
        row.getObject("answers", UUID.class),
        row.getObject("told_at", OffsetDateTime.class).toInstant(),
        Statement.instant(row, "acknowledge_by"));
  }
}
