package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Incidents whose belonging is to be settled, a row for each reason, in the order it came up. */
@ApplicationScoped
public class Unsettled {

  private static final Statement NOTE =
      new Statement(
          """
          insert into incident_to_settle (incident, police_service, jurisdiction, at)
          values (?, ?, ?, ?)\
          """);

  /**
   * The oldest that nobody has in hand. Whoever takes it has some seconds; after that it is taken
   * again, so that one that cannot be settled keeps none of the others waiting.
   */
  private static final Statement NEXT =
      new Statement(
          """
          update incident_to_settle set look_at = clock_timestamp() + interval '5 seconds'
          where number = (
            select number from incident_to_settle where look_at <= clock_timestamp()
            order by number limit 1 for update skip locked)
          returning incident, at\
          """);

  /** Every reason there was until now; what another process holds it settles itself. */
  private static final Statement SETTLED =
      new Statement(
          """
          delete from incident_to_settle where number in (
            select number from incident_to_settle where incident = ? for update skip locked)\
          """);

  private final DataSource database;

  Unsettled(DataSource database) {
    this.database = database;
  }

  /** An incident whose belonging is to be settled, and since when that is so. */
  public record Note(UUID incident, Instant at) {}

  /** Whatever belongs to this one is to be settled, and the one that goes on for it told anew. */
  public void note(Incident incident, Instant at) {
    NOTE.run(database, incident.id(), incident.policeService(), incident.jurisdiction(), at);
  }

  /** The next one to settle, in hand for some seconds. */
  public Optional<Note> next() {
    return NEXT
        .rows(
            database,
            row ->
                new Note(
                    row.getObject("incident", UUID.class),
                    Objects.requireNonNull(Statement.instant(row, "at"))))
        .stream()
        .findFirst();
  }

  /** It is settled by what is seen from now on. */
  public void settled(UUID incident) {
    SETTLED.run(database, incident);
  }
}
