package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** A look that walks the whole outbox would cost the more the longer the system runs. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class PlanningTest {

  private final Sql owner = Sql.database("incident");

  @ParameterizedTest
  @CsvSource({"false, 0", "false, 30000", "true, 30000"})
  void newsIsFoundByTransactionHoweverMuchThereIs(boolean statistics, int rows)
      throws SQLException {
    try (Connection connection = owner.connection()) {
      connection.setAutoCommit(false);
      fill(connection, statistics, rows);

      Planning.forNews(connection);

      assertThat(plan(connection))
          .contains("Bitmap Index Scan on outbox_by_transaction")
          .doesNotContain("Seq Scan", "outbox_pkey", "Parallel");
      connection.rollback();
    }
  }

  private static void fill(Connection connection, boolean statistics, int rows)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into outbox (id, topic, record_key, type, subject, version, police_service,
            jurisdiction, mode, business_time, correlation, body)
          select gen_random_uuid(), 'incident.events.v1', n::text, 'x', gen_random_uuid(), 1,
            'windsor', 'CA-ON', 'LIVE', now(), gen_random_uuid(), 'x'::bytea
          from generate_series(1, %d) n"""
              .formatted(rows));
      if (statistics) {
        statement.execute("analyze outbox");
      }
    }
  }

  private static String plan(Connection connection) throws SQLException {
    String news = RelayDatabase.NEWS;
    for (int number = 1; news.contains("?"); number++) {
      news = news.replaceFirst("\\?", "\\$" + number);
    }
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      statement.execute("prepare look (text, text, int) as " + news);
      try (ResultSet lines = statement.executeQuery("explain execute look ('1', '{}', 1001)")) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      statement.execute("deallocate look");
    }
    return plan.toString();
  }
}
