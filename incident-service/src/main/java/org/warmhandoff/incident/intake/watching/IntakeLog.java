package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.intake.watching.IntakeTally.Entry;
import org.warmhandoff.incident.intake.watching.IntakeTally.Kind;

/** The counts as they are written down. Rows are added and, a day later, forgotten. */
@ApplicationScoped
class IntakeLog {

  /** The jurisdiction is the police service's; one that is not set up has nothing to be counted. */
  private static final String ADD =
      """
      insert into intake_tally (police_service, jurisdiction, minute, kind, code, pointer, times,
        last_at, incident)
      select code, jurisdiction, ?, ?, ?, ?, ?, ?, cast(? as uuid) from police_service where code = ?\
      """;

  /** The only way a row goes: the function knows how old it must be. */
  private static final String FORGET = "select forget_old_intake()";

  /** Posts by the minute, for the hours and for the silence between them. */
  private static final String MINUTES =
      """
      select minute, coalesce(sum(times) filter (where kind = 'TAKEN'), 0),
        coalesce(sum(times) filter (where kind = 'REFUSED'), 0), max(last_at)
      from intake_tally
      where police_service = ? and minute >= ? and kind in ('TAKEN', 'REFUSED')
      group by minute order by minute\
      """;

  /** What was said of them, the most frequent first; a page of it is enough to mend by. */
  private static final String SAID =
      """
      select kind, code, pointer, sum(times), max(last_at),
        (array_agg(incident order by last_at desc) filter (where incident is not null))[1]
      from intake_tally
      where police_service = ? and minute >= ?
      group by kind, code, pointer order by sum(times) desc, code, pointer limit 200\
      """;

  private final EntityManager entities;

  IntakeLog(EntityManager entities) {
    this.entities = entities;
  }

  /** Posts of one minute. */
  record Minute(Instant minute, long taken, long refused, Instant lastAt) {}

  /** Something that was counted. */
  record Said(
      Kind kind,
      String code,
      String pointer,
      long times,
      Instant lastAt,
      @Nullable UUID incident) {}

  void add(List<Entry> entries) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement add = connection.prepareStatement(ADD)) {
                for (Entry entry : entries) {
                  add.setObject(1, entry.counted().minute().atOffset(ZoneOffset.UTC));
                  add.setString(2, entry.counted().kind().name());
                  add.setString(3, entry.counted().code());
                  add.setString(4, entry.counted().pointer());
                  add.setLong(5, entry.count().times());
                  add.setObject(6, entry.count().lastAt().atOffset(ZoneOffset.UTC));
                  add.setObject(7, entry.count().incident(), Types.OTHER);
                  add.setString(8, entry.counted().policeService());
                  add.addBatch();
                }
                add.executeBatch();
              }
            });
  }

  void forgetOld() {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.execute();
              }
            });
  }

  List<Minute> minutes(String policeService, Instant since) {
    return rows(
        MINUTES,
        policeService,
        since,
        row -> new Minute(instant(row, 1), row.getLong(2), row.getLong(3), instant(row, 4)));
  }

  List<Said> said(String policeService, Instant since) {
    return rows(
        SAID,
        policeService,
        since,
        row ->
            new Said(
                Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                instant(row, 5),
                row.getObject(6, UUID.class)));
  }

  /** One row as what it stands for. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String query, String policeService, Instant since, Reader<T> reader) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> rows(connection, query, policeService, since, reader));
  }

  private static <T> List<T> rows(
      Connection connection, String query, String policeService, Instant since, Reader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, policeService);
      statement.setObject(2, since.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
