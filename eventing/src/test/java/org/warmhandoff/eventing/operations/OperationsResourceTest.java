package org.warmhandoff.eventing.operations;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** The operator's page, worked with forms alone. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class OperationsResourceTest {

  private static final String CANARY = "Demo Person Rowan";

  private final Sql sql = Sql.database("incident");

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void aRecordIsFoundMendedAndDroppedWithForms() {
    String key = UUID.randomUUID().toString();
    Records.send(
        Access.NOTIFICATION_SERVICE,
        Topics.ASSIGNMENT,
        key,
        Map.of("ce_id", CANARY),
        CANARY.getBytes(UTF_8));
    Eventually.until(
        () -> sql.count("select count(*) from quarantine where record_key = ?", key) == 1);
    long number = sql.count("select number from quarantine where record_key = ?", key);
    given()
        .get("/operations")
        .then()
        .statusCode(200)
        .body(containsString("/operations/" + number), containsString("/referral/operations"))
        .body(not(containsString(CANARY)), not(containsString("<script>")));
    given()
        .header("Accept-Language", "fr")
        .get("/operations")
        .then()
        .body(containsString("Mis de côté"));
    given()
        .get("/operations/" + number)
        .then()
        .statusCode(200)
        .body(containsString("no JSON: 17 bytes"), not(containsString(CANARY)));
    String stays =
        form("/" + number + "/sending", Map.of("edition", "0", "word", "try it"))
            .statusCode(303)
            .extract()
            .header("Location");
    assertThat(stays).endsWith("/operations/" + number + "?before=0");
    given()
        .get(stays)
        .then()
        .body(containsString("It failed again and stays"))
        .body(containsString("Failed again (no ce_specversion). administrator: try it"));
    form("/" + number + "/content", Map.of("edition", "1", "word", "no", "body", "{}"))
        .statusCode(422);
    form("/" + number + "/dropping", Map.of("edition", "1", "word", "not ours", "version", "x"))
        .statusCode(422);
    form(
            "/" + number + "/dropping",
            Map.of("edition", "1", "word", "not ours", "version", "-1", "subject", key))
        .statusCode(422);
    form("/" + number + "/dropping", Map.of("edition", "1", "word", "not ours", "version", "1"))
        .statusCode(422);
    form("/" + number + "/dropping", Map.of("edition", "1", "word", "not ours", "version", "0"))
        .statusCode(303)
        .header("Location", endsWith("/operations"));
    given().get("/operations/" + number).then().statusCode(404);
    form("/republish", Map.of("from", "soon")).statusCode(422);
  }

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void whatStillStandsBehindADroppedOneIsSaid() {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      Records.send(Access.NOTIFICATION_SERVICE, Topics.ASSIGNMENT, key, Map.of(), new byte[] {1});
    }
    Eventually.until(
        () -> sql.count("select count(*) from quarantine where record_key = ?", key) == 3);
    long first = sql.count("select min(number) from quarantine where record_key = ?", key);
    String list =
        form("/" + first + "/dropping", Map.of("edition", "0", "word", "not ours", "version", "0"))
            .statusCode(303)
            .extract()
            .header("Location");
    given().get(list).then().body(containsString("1 have gone. 2 of the same key are still here."));
  }

  @Test
  @TestSecurity(user = "operator", roles = Role.OPERATOR)
  void whoWatchesSeesTheNumbers() {
    given()
        .get("/api/v1/operations")
        .then()
        .statusCode(200)
        .body("lag.group", hasItem("incident-service.assignments"));
    given().get("/operations").then().statusCode(403);
  }

  private static ValidatableResponse form(String path, Map<String, String> fields) {
    return given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .contentType(ContentType.URLENC)
        .formParams(fields)
        .post("/operations" + path)
        .then();
  }
}
