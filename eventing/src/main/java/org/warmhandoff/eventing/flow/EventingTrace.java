package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;

/** What the messaging tables know of one incident. */
@ApplicationScoped
class EventingTrace implements TraceSource {

  /** The facts this service told. */
  private static final String TOLD =
      """
      select business_time, recorded_at, 'told' as what, type, topic, subject::text, version::text,
        id::text as event, causation::text as cause, mode
      from outbox where correlation = ?""";

  /** The facts it took, by consumer. */
  private static final String TAKEN =
      """
      select taken_at, taken_at, case when known then 'taken' else 'skipped-unknown' end as what,
        type, consumer, subject::text, id::text as event
      from inbox where correlation = ?""";

  /** The facts it keeps because they came too early. */
  private static final String PARKED =
      """
      select parked_at, parked_at, 'parked' as what, topic, consumer, subject::text, version::text,
        id::text as event, waits_for::text
      from parked where correlation = ?""";

  /** The facts it could not take. */
  private static final String SET_ASIDE =
      """
      select set_aside_at, set_aside_at, 'set-aside' as what, topic, consumer, reason,
        number::text as quarantine, behind::text, id::text as event
      from quarantine where correlation = ?""";

  private final DataSource database;
  private final String service;

  EventingTrace(
      DataSource database, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.service = service;
  }

  @Override
  public List<TraceLine> trace(UUID incident) {
    List<TraceLine> lines = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String query : List.of(TOLD, TAKEN, PARKED, SET_ASIDE)) {
        try (PreparedStatement select = connection.prepareStatement(query)) {
          select.setObject(1, incident);
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              lines.add(line(rows));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("trace: " + e.getSQLState(), e);
    }
    return lines;
  }

  private TraceLine line(ResultSet row) throws SQLException {
    Map<String, String> detail = new LinkedHashMap<>();
    for (int column = 4; column <= row.getMetaData().getColumnCount(); column++) {
      String value = row.getString(column);
      if (value != null) {
        detail.put(row.getMetaData().getColumnLabel(column), value);
      }
    }
    return new TraceLine(
        instant(row, 1), instant(row, 2), service, String.valueOf(row.getString(3)), detail);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
