package org.warmhandoff.eventing.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.FiringDeadline;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class FlowResourceTest {

  @Inject TellSample tellSample;
  @Inject FiringDeadline deadline;
  @Inject FlowMeters meters;

  @Test
  @TestSecurity(user = "operator", roles = Role.OPERATOR)
  void theFlowComesToRest() {
    tellSample.tell(UUID.randomUUID());
    Eventually.until(() -> given().get("/api/v1/flow").jsonPath().getLong("outbox.pending") == 0);
    given()
        .get("/api/v1/flow")
        .then()
        .statusCode(200)
        .body("outbox.oldestSeconds", is(0.0f))
        .body("parked", greaterThanOrEqualTo(0))
        .body("quarantined", greaterThanOrEqualTo(0))
        .body("skippedUnknown", greaterThanOrEqualTo(0))
        .body("deadlinesDue", is(0));
  }

  @Test
  @TestSecurity(user = "operator", roles = Role.OPERATOR)
  void aDeadlineThatFiresWhileItIsCountedIsFoundInTheOutbox() throws SQLException {
    Sql sql = Sql.database("incident");
    try (Connection relayHeldBack = sql.connection();
        Statement lock = relayHeldBack.createStatement()) {
      relayHeldBack.setAutoCommit(false);
      // The relay moves its cursor after sending: until then its facts are pending.
      lock.execute("lock table outbox_cursor in share mode");
      deadline.fireWhenCounted();
      JsonPath flow = given().get("/api/v1/flow").jsonPath();
      assertThat(flow.getLong("deadlinesDue")).isZero();
      assertThat(flow.getLong("outbox.pending")).isEqualTo(1);
      relayHeldBack.rollback();
    }
    Eventually.until(() -> given().get("/api/v1/flow").jsonPath().getLong("outbox.pending") == 0);
  }

  @Test
  @TestSecurity(user = "operator", roles = Role.OPERATOR)
  void anIncidentsWalkIsTold() {
    UUID incident = UUID.randomUUID();
    tellSample.tell(incident);
    tellSample.tell(incident);
    given()
        .get("/api/v1/trace/" + incident)
        .then()
        .statusCode(200)
        .body("service", everyItem(is("incident-service")))
        .body("what", contains("told", "told"))
        .body("detail.version", contains("1", "2"));
    given().get("/api/v1/trace/" + UUID.randomUUID()).then().statusCode(200).body("size()", is(0));
  }

  @Test
  @TestSecurity(user = "officer", roles = Role.OFFICER)
  void othersAreNotTold() {
    given().get("/api/v1/flow").then().statusCode(403);
    given().get("/api/v1/trace/" + UUID.randomUUID()).then().statusCode(403);
  }

  @Test
  void strangersAreNotTold() {
    given().get("/api/v1/flow").then().statusCode(401);
  }

  @Test
  void healthIsProgress() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.name", hasItems("relay", "consumers poll"));
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void howLongTheOldestHasBeenParkedIsMeasured() {
    Sql sql = Sql.database("incident");
    UUID subject = UUID.randomUUID();
    sql.run(
        "insert into parked (consumer, topic, partition, record_offset, record_key, id, subject,"
            + " version, headers, body, parked_at) values ('nobody', 'none', 0, 0, '', ?, ?, 2,"
            + " '', '', clock_timestamp() - interval '20 minutes')",
        UUID.randomUUID(),
        subject);
    try {
      assertThat(parkedFor()).isGreaterThanOrEqualTo(1_200);
    } finally {
      sql.run("delete from parked where subject = ?", subject);
    }
    assertThat(parkedFor()).isLessThan(1_200);
  }

  private double parkedFor() {
    meters.trySampling();
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("handoff_parked_oldest_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void metersAreThere() {
    tellSample.tell(UUID.randomUUID());
    RestAssured.get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("handoff_relay_published_total"))
        .body(containsString("handoff_relay_lag_seconds"))
        .body(containsString("handoff_relay_batch"))
        .body(containsString("handoff_relay_failures_total"));
  }
}
