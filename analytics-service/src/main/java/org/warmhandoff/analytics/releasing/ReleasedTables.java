package org.warmhandoff.analytics.releasing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;

/**
 * Copies what changed into the released tables. Everything is read in one snapshot, so a release
 * holds the whole of a transaction or nothing of it, and consumers go on meanwhile.
 */
@ApplicationScoped
class ReleasedTables {

  private record Fact(String name, List<String> key) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("incident", List.of("incident")),
          new Fact("merge", List.of("incident")),
          new Fact("relation", List.of("incident", "other", "kind")),
          new Fact("place", List.of("subject")),
          new Fact("party", List.of("incident", "person", "role")),
          new Fact("person", List.of("person")),
          new Fact("link", List.of("low", "high")),
          new Fact("alias", List.of("person")),
          new Fact("verdict", List.of("incident", "program")),
          new Fact("assignment", List.of("assignment")),
          new Fact("consent", List.of("consent")),
          new Fact("referral", List.of("referral")));

  /** One closing at a time, whichever replica began it. The number is arbitrary. */
  private static final String LOCK = "select pg_try_advisory_xact_lock(7305811)";

  /** The release remembers its snapshot: what is not visible in it belongs to a later one. */
  private static final String NUMBER =
      "insert into release (number, closed_at, snapshot) values (?, ?, pg_current_snapshot())";

  /**
   * What changed since the release before: rows of transactions its snapshot does not show. Without
   * one before, and on a database restored elsewhere, whose transactions are numbered anew,
   * everything did.
   */
  private static final String CHANGED =
      """
      coalesce((
        select pg_snapshot_xmax(r.snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
          and pg_visible_in_snapshot(f.changed_by, r.snapshot)
        from release r where r.number = ? - 1), false) = false""";

  /** The version of a row that was current until now ends with this release. */
  private static final String END =
      "update released_%1$s_fact r set to_release = ? from %1$s_fact f"
          + " where %2$s and r.to_release is null and "
          + CHANGED;

  /** Its new version begins with this release. */
  private static final String BEGIN =
      "insert into released_%1$s_fact select f.*, ?, null from %1$s_fact f where " + CHANGED;

  private final DataSource database;

  ReleasedTables(DataSource database) {
    this.database = database;
  }

  /**
   * Must be the first thing in its transaction: fixes the snapshot.
   *
   * @return false where somebody else is closing
   */
  boolean beginClosing() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read");
      try (ResultSet row = statement.executeQuery(LOCK)) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new ReleaseNotClosed(e);
    }
  }

  void close(ReleaseStamp release) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement number = connection.prepareStatement(NUMBER)) {
        number.setInt(1, release.number());
        number.setObject(2, release.closedAt().atOffset(ZoneOffset.UTC));
        number.executeUpdate();
      }
      for (Fact fact : FACTS) {
        String sameRow =
            fact.key().stream()
                .map(column -> "r.%1$s = f.%1$s".formatted(column))
                .collect(Collectors.joining(" and "));
        run(connection, END.formatted(fact.name(), sameRow), release.number());
        run(connection, BEGIN.formatted(fact.name()), release.number());
      }
    } catch (SQLException e) {
      throw new ReleaseNotClosed(e);
    }
  }

  private static void run(Connection connection, String sql, int number) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, number);
      statement.setInt(2, number);
      statement.executeUpdate();
    }
  }

  /** The database refused; nothing was closed. */
  static final class ReleaseNotClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReleaseNotClosed(SQLException cause) {
      super("the release could not be closed", cause);
    }
  }
}
