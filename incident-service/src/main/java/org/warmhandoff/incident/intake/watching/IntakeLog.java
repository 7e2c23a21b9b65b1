package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
        last_at)
      select code, jurisdiction, ?, ?, ?, ?, ?, ? from police_service where code = ?\
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

  /**
   * What was said of them, of each kind the most frequent first; a page of it is enough to mend by.
   * A kind that this process does not know yet is a newer one's.
   */
  private static final String SAID =
      """
      select kind, code, pointer, times, last_at
      from (
        select kind, code, pointer, sum(times) times, max(last_at) last_at,
          row_number() over (partition by kind order by sum(times) desc, code, pointer) place
        from intake_tally
        where police_service = ? and minute >= ?
        group by kind, code, pointer) said
      where place <= 100 and kind in ('TAKEN', 'REFUSED', 'ODD', 'UNUSED')
      order by times desc, code, pointer\
      """;

  private final EntityManager entities;

  IntakeLog(EntityManager entities) {
    this.entities = entities;
  }

  /** Posts of one minute. */
  record Minute(Instant minute, long taken, long refused, Instant lastAt) {}

  /**
   * Every police service that is set up, and what became of its posts; its silence is a row too.
   */
  private static final String ALL =
      """
      select code, coalesce(sum(times) filter (where kind = 'TAKEN'), 0),
        coalesce(sum(times) filter (where kind = 'REFUSED'), 0), max(last_at), zone
      from police_service
        left join (
          select police_service, kind, times, last_at from intake_tally
          where minute >= ? and kind in ('TAKEN', 'REFUSED')) counted on police_service = code
      group by code, zone order by max(last_at) is null, code\
      """;

  /** Something that was counted. */
  record Said(Kind kind, String code, String pointer, long times, Instant lastAt) {}

  /** The posts of one police service. */
  record Sum(String policeService, long taken, long refused, @Nullable Instant last, String zone) {}

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
                  add.setString(7, entry.counted().policeService());
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
                instant(row, 5)));
  }

  List<Sum> sums(Instant since) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                statement.setObject(1, since.atOffset(ZoneOffset.UTC));
                return all(statement, IntakeLog::sum);
              }
            });
  }

  private static Sum sum(ResultSet row) throws SQLException {
    OffsetDateTime last = row.getObject(4, OffsetDateTime.class);
    return new Sum(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        last == null ? null : last.toInstant(),
        row.getString(5));
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
      return all(statement, reader);
    }
  }

  private static <T> List<T> all(PreparedStatement statement, Reader<T> reader)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
