package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** What the links' migration makes of the numbers an earlier release kept. */
@QuarkusTest
@WithStack("incident-service")
class OldNumbersTest {

  private static final String SCHEMA = "old_numbers";

  @Test
  void ofSeveralNumbersTheNewestIncidentsIsKeptAndNoneIsLost() throws Exception {
    UUID her = UUID.randomUUID();
    UUID him = UUID.randomUUID();
    UUID early = UUID.randomUUID();
    UUID late = UUID.randomUUID();
    try (Connection connection = Sql.superuser("incident").connection();
        Statement sql = connection.createStatement()) {
      sql.execute("drop schema if exists " + SCHEMA + " cascade; create schema " + SCHEMA);
      sql.execute("set search_path to " + SCHEMA);
      for (String script : new String[] {"V1001__incident", "V1002__vault", "V1006__api_key"}) {
        sql.execute(script(script));
      }
      sql.execute(
          "alter table incident drop constraint if exists incident_police_service_fkey;"
              + " set session_replication_role = replica");
      for (UUID person : new UUID[] {her, him}) {
        sql.execute(
            "insert into person (id, police_service, jurisdiction, version, registered_at) values ('"
                + person
                + "', 'w', 'CA-ON', 1, now())");
      }
      incident(sql, early, "2026-01-01T00:00:00Z");
      incident(sql, late, "2026-02-01T00:00:00Z");
      // The corrected number has the greater digest here, and the smaller one there.
      number(sql, "ff", her, late);
      number(sql, "01", her, early);
      number(sql, "02", him, late);
      number(sql, "03", him, early);
      sql.execute(script("V1009__links"));
      assertThat(kept(sql, her)).isEqualTo("ff carried " + late);
      assertThat(kept(sql, him)).isEqualTo("02 carried " + late);
      // A process of the release before goes on writing until it is replaced.
      number(sql, "04", him, late);
      sql.execute("drop schema " + SCHEMA + " cascade");
    }
  }

  private static void incident(Statement sql, UUID id, String receivedAt) throws SQLException {
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    try (ResultSet needed =
        sql.executeQuery(
            "select column_name, udt_name from information_schema.columns where table_schema = '"
                + SCHEMA
                + "' and table_name = 'incident' and is_nullable = 'NO'"
                + " and is_identity = 'NO' and column_default is null")) {
      while (needed.next()) {
        columns.append(columns.isEmpty() ? "" : ", ").append(needed.getString(1));
        values.append(values.isEmpty() ? "" : ", ");
        values.append(
            switch (needed.getString(1)) {
              case "id" -> "'" + id + "'";
              case "received_at" -> "'" + receivedAt + "'";
              case "external_id" -> "'" + id + "'";
              default ->
                  switch (needed.getString(2)) {
                    case "text" -> "'x'";
                    case "timestamptz" -> "now()";
                    case "bytea" -> "'\\x00'";
                    case "_uuid" -> "'{}'";
                    case "bool" -> "false";
                    default -> "1";
                  };
            });
      }
    }
    sql.execute("insert into incident (" + columns + ") values (" + values + ")");
  }

  private static void number(Statement sql, String digest, UUID person, UUID incident)
      throws SQLException {
    sql.execute(
        "insert into record_number (police_service, number_index, jurisdiction, person, incident)"
            + " values ('w', '\\x"
            + digest
            + "', 'CA-ON', '"
            + person
            + "', '"
            + incident
            + "')");
  }

  private static String kept(Statement sql, UUID person) throws SQLException {
    StringBuilder kept = new StringBuilder();
    try (ResultSet row =
        sql.executeQuery(
            "select encode(digest, 'hex'), carried, incident from person_trait where kind ="
                + " 'RECORD_NUMBER' and person = '"
                + person
                + "'")) {
      while (row.next()) {
        kept.append(row.getString(1))
            .append(row.getBoolean(2) ? " carried " : " said ")
            .append(row.getString(3));
      }
    }
    return kept.toString();
  }

  private static String script(String name) throws IOException {
    try (InputStream file =
        OldNumbersTest.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
      assertThat(file).as(name).isNotNull();
      return new String(
              java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${app}", "incident_app");
    }
  }
}
