package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Which incidents are one by now, since their sources merged them. */
@ApplicationScoped
public class SameIncidents {

  /** From each one to the one it is part of, until one stands by itself. */
  private static final Statement GOES_ON =
      new Statement(
          """
          with recursive step (id, merged_into) as (
            select id, merged_into from incident where id = ?
            union
            select next.id, next.merged_into
            from step join incident next on next.id = step.merged_into)
          select id from step where merged_into is null\
          """);

  private static final String SAME =
      """
      with recursive same (id) as (
        select cast(? as uuid)
        union
        select near.id from same cross join lateral (
          select up.merged_into as id from incident up
          where up.id = same.id and up.merged_into is not null
          union all
          select down.id from incident down where down.merged_into = same.id) near)
      """;

  private static final Statement ALL = new Statement(SAME + "select id from same");

  /**
   * Who is kept out of one of them is kept out of all. Each row is looked up by itself: joined, the
   * database reads every incident there is, since it cannot tell how few of them are one.
   */
  private static final Statement HIDDEN =
      new Statement(
          SAME
              + """
              select id from same where (select cast(? as uuid) = any (i.excluded_staff)
                from incident i where i.id = same.id) limit 1\
              """);

  /** Read as a column: who only looks at another incident must not hold its row as it was then. */
  private static final Statement EXCLUDED =
      new Statement(
          """
          select distinct who from incident i cross join unnest(i.excluded_staff) who
          where i.id = any (cast(? as uuid[]))\
          """);

  private final DataSource database;

  SameIncidents(DataSource database) {
    this.database = database;
  }

  /** The one that goes on for it; itself where it stands by itself, or is not known. */
  public UUID goesOn(UUID incident) {
    return ids(GOES_ON, incident).stream().findFirst().orElse(incident);
  }

  /** All that are one with it, itself included. */
  public List<UUID> all(UUID incident) {
    return ids(ALL, incident);
  }

  /**
   * Whether this member of staff must not know of it: they, or their unit, are a party to it or to
   * one that is merged with it (police services' own conflict rules; a party must not read their
   * own file).
   */
  public boolean isHiddenFrom(UUID incident, UUID staff) {
    return !HIDDEN
        .rows(database, row -> row.getObject("id", UUID.class), incident, staff)
        .isEmpty();
  }

  /** Everyone who is kept out of one of these. */
  List<UUID> excludedStaff(Collection<UUID> incidents) {
    return EXCLUDED.rows(
        database, row -> row.getObject("who", UUID.class), PersonLinks.array(incidents));
  }

  private List<UUID> ids(Statement statement, UUID incident) {
    return statement.rows(database, row -> row.getObject("id", UUID.class), incident);
  }
}
