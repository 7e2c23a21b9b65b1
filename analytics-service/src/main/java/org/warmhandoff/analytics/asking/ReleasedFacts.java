package org.warmhandoff.analytics.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Atom;
import org.warmhandoff.analytics.Cell;
import org.warmhandoff.analytics.Cube;
import org.warmhandoff.analytics.Measure;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;

/** Counts a measure over a release, exactly; only suppression may see it. */
@ApplicationScoped
class ReleasedFacts {

  private final DataSource database;

  ReleasedFacts(DataSource database) {
    this.database = database;
  }

  /** What these measures count, in one cube. */
  Cube cube(List<Measure> measures, ReleaseStamp release) {
    Cube cube = new Cube();
    try (Connection connection = database.getConnection()) {
      for (Measure measure : measures) {
        count(cube, measure, release, connection);
      }
      return cube;
    } catch (SQLException e) {
      throw new IllegalStateException("a release cannot be counted", e);
    }
  }

  private static void count(Cube cube, Measure measure, ReleaseStamp release, Connection connection)
      throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(MeasureSql.of(measure))) {
      count.setInt(1, release.number());
      count.setObject(2, release.closedAt().atOffset(ZoneOffset.UTC));
      try (ResultSet rows = count.executeQuery()) {
        while (rows.next()) {
          add(cube, measure, rows);
        }
      }
    }
  }

  private static void add(Cube cube, Measure measure, ResultSet row) throws SQLException {
    Cell cell =
        cube.at(
            new Atom(
                row.getObject("week", LocalDate.class),
                row.getString("police_service"),
                row.getString("program"),
                row.getString("help_mode")));
    switch (measure) {
      case CONNECTED_SHARE, OUTCOME_MIX, REFERRAL_FUNNEL ->
          cell.count(row.getString("leaf"), row.getLong("times"));
      case LATENCY ->
          cell.duration(row.getString("leaf"), row.getLong("seconds"), row.getLong("times"));
    }
  }
}
