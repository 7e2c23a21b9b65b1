package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.incident.Relations.Kind;

/**
 * What sources say of how their incidents belong together, by the numbers they gave them. A number
 * nobody reported yet waits for its incident.
 */
@ApplicationScoped
public class Belonging {

  private static final String COLUMNS =
      "select number, incident, kind, other_number, other, said, said_at, told, overruled, odd";

  private static final Statement OF =
      new Statement(COLUMNS + " from incident_relation where incident = ? order by number");

  /** Everything that is said of these, from either end. */
  private static final Statement AMONG =
      new Statement(
          COLUMNS
              + " from incident_relation where incident = any (cast(? as uuid[]))"
              + " or other = any (cast(? as uuid[])) order by number");

  /** Said anew after it was taken back, it counts from then on. */
  private static final Statement SAY =
      new Statement(
          """
          insert into incident_relation as r (incident, police_service, jurisdiction, kind,
            other_number, said, said_at, other)
          select ?, mine.service, ?, ?, mine.number, true, ?, (
            select i.id from incident i
            where i.police_service = mine.service and i.external_id = mine.number)
          from (values (cast(? as text), cast(? as text))) mine (service, number)
          on conflict (incident, kind, other_number) do update set
            said_at = excluded.said_at, said = true, overruled = false, odd = null,
            other = coalesce(r.other, excluded.other), noted_at = clock_timestamp(),
            look_at = clock_timestamp()
          where not r.said\
          """);

  /** Those who named this number before anybody had reported it. */
  private static final Statement RESOLVE =
      new Statement(
          """
          update incident_relation set other = ?
          where other is null and police_service = ? and other_number = ?\
          """);

  private static final Statement UNSAY =
      new Statement("update incident_relation set said = false where number = ?");

  private static final Statement KNOWN =
      new Statement(
          """
          select id from incident where police_service = ? and external_id = ?
          union all
          select incident from incident_relation
          where other = ? and kind = 'REPLACES' and said and not overruled\
          """);

  /**
   * Looks for numbers nobody had reported: at first each second, later the rarer the older, and at
   * last once a minute. A few at a time, and none that another process looks for.
   */
  private static final Statement LOOK =
      new Statement(
          """
          with due as (
            select number from incident_relation
            where other is null and said and look_at <= clock_timestamp()
            order by look_at limit 500 for update skip locked),
          looked as (
            update incident_relation r set
              other = (select i.id from incident i
                where i.police_service = r.police_service and i.external_id = r.other_number),
              look_at = clock_timestamp() + least(interval '1 minute',
                interval '1 second' + (clock_timestamp() - r.noted_at) / 10)
            from due where due.number = r.number returning r.*)
          insert into incident_to_settle (incident, police_service, jurisdiction, at)
          select incident, police_service, jurisdiction, said_at from looked
          where other is not null\
          """);

  /** Whatever is said to be one with it, over any number of steps. */
  private static final Statement CLUSTER =
      new Statement(
          """
          with recursive near (id) as (
            select cast(? as uuid)
            union
            select next.id from near cross join lateral (
              select r.other as id from incident_relation r where r.incident = near.id
                and r.said and r.kind in ('MERGED_INTO', 'REPLACES') and r.other is not null
              union all
              select r.incident from incident_relation r where r.other = near.id
                and r.said and r.kind in ('MERGED_INTO', 'REPLACES')
              union all
              select i.merged_into from incident i
                where i.id = near.id and i.merged_into is not null
              union all
              select i.id from incident i where i.merged_into = near.id) next)
          select id from near\
          """);

  private static final Statement TOLD =
      new Statement("update incident_relation set told = ? where number = ?");
  private static final Statement OVERRULE =
      new Statement("update incident_relation set overruled = true where number = ?");
  private static final Statement ODD =
      new Statement("update incident_relation set odd = ? where number = ?");

  private final DataSource database;
  private final Together together;
  private final Unsettled unsettled;

  Belonging(DataSource database, Together together, Unsettled unsettled) {
    this.database = database;
    this.together = together;
    this.unsettled = unsettled;
  }

  /**
   * One thing said of another incident.
   *
   * @param other null while nobody has reported that number
   * @param said whether it is still said
   * @param told whether the split or the link was told
   */
  public record Row(
      long number,
      UUID incident,
      Kind kind,
      String otherNumber,
      @Nullable UUID other,
      boolean said,
      Instant saidAt,
      boolean told,
      boolean overruled,
      @Nullable String odd) {}

  /**
   * Keeps what a report says of other incidents, within the report's transaction. What follows is
   * settled in a transaction of its own: it locks others.
   *
   * @return who is in the incident as it is told: with those of incidents it goes on for
   */
  public Casting.Settled said(Incident incident, Report report, Casting.Settled settled) {
    boolean first = incident.version() == 1;
    Set<Relations.Said> saying = new HashSet<>(report.relations().said(incident.externalId()));
    if (first && saying.isEmpty()) {
      return settled;
    }
    Instant at = incident.state().position().asOf();
    if (first) {
      // What others said of it before counts with what it says itself, from the first settling on.
      RESOLVE.run(database, incident.id(), incident.policeService(), incident.externalId());
    }
    boolean news = false;
    Set<Relations.Said> known = new HashSet<>();
    for (Row row : first ? List.<Row>of() : of(incident.id())) {
      Relations.Said one = new Relations.Said(row.kind(), row.otherNumber());
      if (row.said() && saying.contains(one)) {
        known.add(one);
      } else if (row.said()) {
        UNSAY.run(database, row.number());
        news = true;
      }
    }
    for (Relations.Said one : saying) {
      if (!known.contains(one)) {
        say(incident, one, at);
        news = true;
      }
    }
    if (news || incident.mergedInto() != null) {
      unsettled.note(incident, at);
    }
    return first ? settled : settled.with(together.told(incident, settled.cast()));
  }

  /** What its reports say, or said, in the order it was first said. */
  public List<Row> of(UUID incident) {
    return OF.rows(database, Belonging::row, incident);
  }

  /** Everything that these say and that is said of them. */
  public List<Row> among(Collection<UUID> incidents) {
    String ids = PersonLinks.array(incidents);
    return AMONG.rows(database, Belonging::row, ids, ids);
  }

  /** Whatever is one with it, or is said to be, itself included. */
  public Set<UUID> cluster(UUID incident) {
    return new HashSet<>(CLUSTER.rows(database, row -> row.getObject("id", UUID.class), incident));
  }

  /** Whether another that is known is said to go on for it: that is settled in a moment. */
  public boolean isMoving(Incident incident, Report report) {
    String into = report.relations().mergedInto();
    return report.facts().status() != Status.ACTIVE
        && incident.mergedInto() == null
        && !incident.externalId().equals(into)
        && !KNOWN
            .rows(database, row -> true, incident.policeService(), into, incident.id())
            .isEmpty();
  }

  /** Finds incidents that were waited for; answers whether there were any. */
  public boolean look() {
    return LOOK.run(database) > 0;
  }

  /** Remembers whether a split or a link was told. */
  public void told(Row row, boolean told) {
    TOLD.run(database, told, row.number());
  }

  /** Its incident stands on its own again, whatever this still says. */
  public void overrule(long row) {
    OVERRULE.run(database, row);
  }

  /** Remembers why it is not applied, or that it is after all. */
  public void odd(long row, @Nullable IntakeFlag why) {
    ODD.run(database, why == null ? null : why.code(), row);
  }

  private void say(Incident incident, Relations.Said one, Instant at) {
    SAY.run(
        database,
        incident.id(),
        incident.jurisdiction(),
        one.kind().name(),
        at,
        incident.policeService(),
        one.number());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        row.getObject("incident", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("other_number"),
        row.getObject("other", UUID.class),
        row.getBoolean("said"),
        Objects.requireNonNull(Statement.instant(row, "said_at")),
        row.getBoolean("told"),
        row.getBoolean("overruled"),
        row.getString("odd"));
  }
}
