package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** Keys where they rest: what the application may do to them there, and what if it cannot read. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyAtRestTest {

  private static final String APP = "incident_app";
  private static final String INTAKE = "/api/v1/incidents";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void theApplicationItselfCannotRewriteAKeyOrItsRecord() {
    Sql app = Sql.as("incident", APP);
    JsonNode key = Keys.make("windsor", "CAD");
    String replaced = key.path("id").asText();
    String standing = Keys.rotate("windsor", key).path("id").asText();
    JsonNode other = Keys.make("windsor", "CAD");
    Keys.revoke("windsor", other);
    String revoked = other.path("id").asText();
    for (String statement :
        List.of(
            "update api_key set digest = 'x'::bytea",
            "update api_key set police_service = 'cleveland'",
            "update api_key set posts_per_second = null",
            "update api_key set revoked_at = null where id = '%s'".formatted(revoked),
            "update api_key set revoked_at = now() + interval '1 day' where id = '%s'"
                .formatted(revoked),
            "update api_key set grace_until = null where id = '%s'".formatted(replaced),
            "update api_key set grace_until = 'infinity' where id = '%s'".formatted(replaced),
            "update api_key set grace_until = 'infinity' where id = '%s'".formatted(standing),
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
    Sql superuser = Sql.superuser("incident");
    superuser.run("alter role incident_app connection limit 0");
    superuser.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = ?", APP);
    try {
      Keys.with(key)
          .get(INTAKE + "?externalId=x")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .contentType(startsWith("application/problem+json"))
          .body("type", endsWith("/unavailable"));
    } finally {
      superuser.run("alter role incident_app connection limit -1");
    }
    long end = System.nanoTime() + Doors.PATIENCE.toNanos();
    while (Keys.with(key).get(INTAKE + "?externalId=x").statusCode() != 404) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(100_000_000L);
    }
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
