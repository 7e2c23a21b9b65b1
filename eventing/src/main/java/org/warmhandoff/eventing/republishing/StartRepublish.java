package org.warmhandoff.eventing.republishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Topics;

/** Asks the relay to tell a topic again. */
@ApplicationScoped
public class StartRepublish {

  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * The relay does one at a time; what commits later is news. A service that told nothing is done:
   * it may have no relay.
   */
  private static final String START =
      """
      insert into republish (topic, since, asked_by, until_seq, finished_at)
      select ?, ?, ?, coalesce(max(seq), 0),
        case when max(seq) is null then clock_timestamp() end
      from outbox""";

  private final DataSource database;

  StartRepublish(DataSource database) {
    this.database = database;
  }

  /**
   * @param topic null for every topic of this service
   * @throws Problem 409 while another is under way, 422 on a topic nobody knows
   */
  @Transactional
  public void start(@Nullable String topic, Instant from, String account) {
    if (topic != null && !isTopic(topic)) {
      throw Problem.wrong("unknown-topic", "There is no such topic.").at("/topic");
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(START)) {
      insert.setString(1, topic);
      insert.setObject(2, from.atOffset(ZoneOffset.UTC));
      insert.setString(3, account);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw Problem.conflict("republish-under-way", "A republish is under way: it ends first.");
      }
      throw new IllegalStateException("republish: " + e.getSQLState(), e);
    }
  }

  private static boolean isTopic(String topic) {
    return topic.matches("agency\\.[a-z0-9-]+\\.referrals\\.v1")
        || Topics.shared().stream().anyMatch(known -> known.name().equals(topic));
  }
}
