package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;

/** Says which facts of an incident arrived here; nothing of what they say, and no pseudonym. */
@ApplicationScoped
class FactTrace implements TraceSource {

  /** An operator asks whether analytics heard of an incident; the instant is the fact's own. */
  private static final String ARRIVED =
      """
      select 'incident' as fact, facts_version as version,
        coalesce(received_at, scene_safe_at, worker_wanted_at, cleared_at, stored_at) as at,
        stored_at
      from incident_fact where incident = ?
      union all
      select 'verdict ' || program, weighing_version, coalesce(eligible_at, stored_at), stored_at
      from verdict_fact where incident = ?
      union all
      select 'assignment', placed_version,
        coalesce(concluded_at, contact_at, accepted_at, paged_at, opened_at, stored_at), stored_at
      from assignment_fact where incident = ?
      union all
      select 'consent', 0, coalesce(withdrawn_at, given_at, refused_at, stored_at), stored_at
      from consent_fact where incident = ?
      union all
      select 'merge', merge_version, said_at, stored_at from merge_fact where incident = ?
      union all
      select 'referral', 0, coalesce(accepted_at, created_at, refused_at, stored_at), stored_at
      from referral_fact where incident = ?
      order by at, fact""";

  private static final int PARAMETERS = 6;

  private final DataSource database;
  private final Pseudonyms pseudonyms;

  FactTrace(DataSource database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public List<TraceLine> trace(UUID incident) {
    UUID pseudonym = pseudonyms.of(incident);
    try (Connection connection = database.getConnection();
        PreparedStatement arrived = connection.prepareStatement(ARRIVED)) {
      for (int position = 1; position <= PARAMETERS; position++) {
        arrived.setObject(position, pseudonym);
      }
      List<TraceLine> lines = new ArrayList<>();
      try (ResultSet rows = arrived.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new TraceLine(
                  instant(rows, "at"),
                  instant(rows, "stored_at"),
                  "analytics-service",
                  "fact-kept",
                  Map.of("fact", rows.getString("fact"))));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("the facts of an incident cannot be read", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
