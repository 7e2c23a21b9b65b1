package org.warmhandoff.eventing.republishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** How far the last republish is. */
@ApplicationScoped
public class ReadRepublish {

  private static final String LAST =
      """
      select number, topic, since, asked_by, asked_at, sent, left_out,
        case when until_seq = 0 or finished_at is not null then 1.0
          else at_seq::float8 / until_seq end, finished_at
      from republish order by number desc limit 1""";

  private final DataSource database;

  ReadRepublish(DataSource database) {
    this.database = database;
  }

  /** The last one, under way or finished. */
  public Optional<Republish> last() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LAST);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      OffsetDateTime finished = row.getObject(9, OffsetDateTime.class);
      return Optional.of(
          new Republish(
              row.getLong(1),
              row.getString(2),
              row.getObject(3, OffsetDateTime.class).toInstant(),
              row.getString(4),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              row.getLong(6),
              row.getLong(7),
              row.getDouble(8),
              finished == null ? null : finished.toInstant()));
    } catch (SQLException e) {
      throw new IllegalStateException("republish: " + e.getSQLState(), e);
    }
  }
}
