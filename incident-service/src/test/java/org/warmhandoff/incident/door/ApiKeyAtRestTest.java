package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** Keys where they rest: what the application may do to them there, and what if it cannot read. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyAtRestTest {

  private static final String INTAKE = "/api/v1/incidents";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void theApplicationItselfCannotRewriteAKeyOrItsRecord() {
    Sql app = Sql.as("incident", "incident_app");
    Keys.make("windsor", "CAD");
    for (String statement :
        List.of(
            "update api_key set digest = 'x'::bytea",
            "update api_key set police_service = 'cleveland'",
            "update api_key set posts_per_second = null",
            "delete from api_key",
            "update api_key_act set act_by = 'nobody'",
            "delete from api_key_act")) {
      assertThatThrownBy(() -> app.run(statement))
          .as(statement)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aDatabaseThatFailsLetsNobodyInAndSaysSo() {
    JsonNode key = Keys.make("windsor", "CAD");
    Doors.SQL.run("alter table api_key rename to api_key_away");
    try {
      Keys.with(key)
          .get(INTAKE + "?externalId=x")
          .then()
          .statusCode(500)
          .contentType(startsWith("application/problem+json"))
          .body("type", endsWith("/fault"));
    } finally {
      Doors.SQL.run("alter table api_key_away rename to api_key");
    }
    Keys.with(key).get(INTAKE + "?externalId=x").then().statusCode(404);
  }

  @Test
  void nothingOfAPersonIsKeptWithAKey() {
    JsonNode key = Keys.make("windsor", "CAD");
    Map<String, ?> row =
        Doors.SQL.rows("select * from api_key where id = ?", key.path("id").asText()).getFirst();
    assertThat(row.get("police_service")).isEqualTo("windsor");
    assertThat(row.get("jurisdiction")).isEqualTo("CA-ON");
    assertThat((byte[]) row.get("digest")).hasSize(32);
    assertThat(row.get("signing_secret")).isNull();
  }
}
