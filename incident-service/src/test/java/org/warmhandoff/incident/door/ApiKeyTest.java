package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** A key's life: made, used, replaced, revoked; and what it never opens. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyTest {

  private static final String INTAKE = "/api/v1/incidents";

  @BeforeEach
  void open() {
    Doors.open();
  }

  private static void refused(ValidatableResponse answer) {
    answer
        .statusCode(401)
        .contentType(startsWith("application/problem+json"))
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("https://warmhandoff.org/problems/not-signed-in"))
        .body("status", equalTo(401));
  }

  @Test
  void aKeyPostsAndReadsForItsPoliceServiceInEitherHeader() {
    JsonNode key = Keys.make("windsor", "Records system");
    assertThat(key.path("key").asText())
        .startsWith("whk_" + key.path("id").asText() + "_")
        .hasSize(85);
    assertThat(key.has("signingSecret")).isFalse();
    UUID incident =
        UUID.fromString(
            Keys.post(key, report(newNumber())).then().statusCode(201).extract().path("incident"));
    assertThat(
            Doors.told("incident.events.v1", "incident-reported", incident)
                .header("ce_policeservice"))
        .isEqualTo("windsor");
    given()
        .header("Authorization", "Bearer " + key.path("key").asText())
        .get(INTAKE + "/" + incident)
        .then()
        .statusCode(200)
        .body("incident", equalTo(incident.toString()));
  }

  @Test
  void aKeyOfOnePoliceServiceNeverPostsForAnother() {
    JsonNode windsor = Keys.make("windsor", "CAD");
    JsonNode cleveland = Keys.make("cleveland", "CAD");
    String number = newNumber();
    UUID one =
        UUID.fromString(
            Keys.post(windsor, report(number).put("policeService", "cleveland"))
                .then()
                .statusCode(201)
                .extract()
                .path("incident"));
    Keys.with(cleveland).get(INTAKE + "/" + one).then().statusCode(404);
    Keys.with(cleveland).get(INTAKE + "?externalId=" + number).then().statusCode(404);
    String other =
        Keys.post(cleveland, report(number)).then().statusCode(201).extract().path("incident");
    assertThat(other).isNotEqualTo(one.toString());
    assertThat(
            Doors.SQL.count(
                "select count(*) from incident where external_id = ? and police_service = 'windsor'",
                number))
        .isEqualTo(1);
  }

  @Test
  void whatIsNoKeyIsRefusedLikeWhoHasNone() {
    JsonNode key = Keys.make("windsor", "CAD");
    String whole = key.path("key").asText();
    String last = whole.endsWith("0") ? "1" : "0";
    refused(given().get(INTAKE + "?externalId=x").then());
    for (String wrong :
        List.of(
            "",
            "whk_",
            "nonsense",
            whole.substring(0, whole.length() - 1) + last,
            whole + "0",
            "whk_0000000000000000" + whole.substring(20),
            "x".repeat(5_000))) {
      refused(Keys.with(wrong).get(INTAKE + "?externalId=x").then());
      refused(Keys.with(wrong).body(report(newNumber()).toString()).post(INTAKE).then());
    }
    refused(given().header("Authorization", "Bearer whk_nonsense").get(INTAKE).then());
    refused(
        Keys.with(key)
            .header("Authorization", "Bearer " + Tokens.client("cad-windsor"))
            .get(INTAKE + "?externalId=x")
            .then());
    given()
        .header("X-Api-Key", "of a gateway")
        .header("Authorization", "Bearer " + Tokens.client("cad-windsor"))
        .get(INTAKE + "?externalId=x")
        .then()
        .statusCode(404);
    given().get(INTAKE + "?externalId=x&api_key=" + key.path("id").asText()).then().statusCode(401);
  }

  @Test
  void aReplacedKeyOpensForExactlyADayMore() {
    TestClock.freeze();
    try {
      JsonNode old = Keys.make("windsor", "CAD");
      Keys.post(old, report(newNumber())).then().statusCode(201);
      JsonNode fresh = Keys.rotate("windsor", old);
      assertThat(fresh.path("id").asText()).isNotEqualTo(old.path("id").asText());
      assertThat(Keys.listed("windsor", old).path("state").asText()).isEqualTo("IN_GRACE");
      assertThat(Keys.listed("windsor", fresh).path("line"))
          .isEqualTo(Keys.listed("windsor", old).path("line"));
      TestClock.advance(Duration.ofHours(24).minusMillis(1));
      Keys.post(old, report(newNumber())).then().statusCode(201);
      Keys.post(fresh, report(newNumber())).then().statusCode(201);
      TestClock.advance(Duration.ofMillis(1));
      refused(Keys.post(old, report(newNumber())).then());
      Keys.post(fresh, report(newNumber())).then().statusCode(201);
      assertThat(Keys.listed("windsor", old).path("state").asText()).isEqualTo("ENDED");
    } finally {
      TestClock.run();
    }
  }

  @Test
  void aKeyIsReplacedOnceHoweverManyAsk() throws Exception {
    JsonNode key = Keys.make("windsor", "CAD");
    String door = Keys.doors("windsor") + "/" + key.path("id").asText() + "/rotation";
    Callable<Integer> rotate = () -> Doors.as(Tokens.of("administrator")).post(door).statusCode();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Integer> statuses =
          threads.invokeAll(List.of(rotate, rotate, rotate, rotate)).stream()
              .map(done -> done.resultNow())
              .toList();
      assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }
    String line = Keys.listed("windsor", key).path("line").asText();
    assertThat(
            Doors.SQL.count("select count(*) from api_key where line = ?", UUID.fromString(line)))
        .isEqualTo(2);
  }

  @Test
  void aRevokedKeyIsClosedAtOnceAndForGood() {
    JsonNode key = Keys.make("windsor", "CAD");
    Keys.post(key, report(newNumber())).then().statusCode(201);
    JsonNode fresh = Keys.rotate("windsor", key);
    Keys.revoke("windsor", key);
    refused(Keys.post(key, report(newNumber())).then());
    Keys.post(fresh, report(newNumber())).then().statusCode(201);
    Keys.revoke("windsor", key);
    Doors.as(Tokens.of("administrator"))
        .post(Keys.doors("windsor") + "/" + key.path("id").asText() + "/rotation")
        .then()
        .statusCode(409)
        .body("type", endsWith("/key-revoked"));
    assertThat(Keys.listed("windsor", key).path("acts").findValuesAsText("act"))
        .containsExactly("MADE", "REPLACED", "REVOKED");
    assertThat(Keys.listed("windsor", key).path("acts").findValuesAsText("by"))
        .containsOnly("administrator");
  }

  @Test
  void whatAnotherProcessRevokedIsClosedWithinFiveSeconds() {
    JsonNode key = Keys.make("windsor", "CAD");
    Keys.post(key, report(newNumber())).then().statusCode(201);
    Keys.with(key).get(INTAKE + "?externalId=none").then().statusCode(404);
    Doors.SQL.run("update api_key set revoked_at = now() where id = ?", key.path("id").asText());
    long revoked = System.nanoTime();
    while (Keys.with(key).get(INTAKE + "?externalId=none").statusCode() != 401) {
      // Five seconds, and what a busy machine takes for one more request.
      assertThat(System.nanoTime() - revoked).isLessThan(Duration.ofSeconds(8).toNanos());
      LockSupport.parkNanos(50_000_000L);
    }
  }

  @Test
  void theLastUseIsShownToTheMinute() {
    JsonNode key = Keys.make("windsor", "CAD");
    String id = key.path("id").asText();
    assertThat(Keys.listed("windsor", key).has("lastUsedAt")).isFalse();
    Keys.with(key)
        .header("X-Forwarded-For", "203.0.113.7")
        .get(INTAKE + "?externalId=none")
        .then()
        .statusCode(404);
    JsonNode used = Keys.listed("windsor", key);
    assertThat(used.path("lastUsedFrom").asText()).isEqualTo("203.0.113.7");
    assertThat(used.has("lastUsedAt")).isTrue();
    Object written = row(id);
    for (int i = 0; i < 5; i++) {
      Keys.post(key, report(newNumber())).then().statusCode(201);
    }
    assertThat(row(id)).as("five posts, no row written").isEqualTo(written);
    TestClock.advance(Duration.ofSeconds(61));
    Keys.post(key, report(newNumber())).then().statusCode(201);
    assertThat(row(id)).isNotEqualTo(written);
    assertThat(Keys.listed("windsor", key).path("lastUsedFrom").asText())
        .isNotEqualTo("203.0.113.7");
  }

  private static Object row(String id) {
    return String.valueOf(
        Doors.SQL.rows("select xmin::text as x from api_key where id = ?", id).getFirst().get("x"));
  }

  @Test
  void anAdministratorOfAPoliceServiceSeesAndTouchesItsOwnKeysOnly() {
    JsonNode theirs = Keys.make("cleveland", "CAD");
    String own = Tokens.of("windsor-administrator");
    String doors = Keys.doors("cleveland");
    String one = doors + "/" + theirs.path("id").asText();
    Doors.as(own).get(doors).then().statusCode(404);
    Doors.as(own).body("{\"name\":\"x\"}").post(doors).then().statusCode(404);
    Doors.as(own).post(one + "/rotation").then().statusCode(404);
    Doors.as(own).post(one + "/revocation").then().statusCode(404);
    String crossed = Keys.doors("windsor") + "/" + theirs.path("id").asText();
    Doors.as(own).post(crossed + "/rotation").then().statusCode(404);
    Doors.as(own).post(crossed + "/revocation").then().statusCode(404);
    Keys.post(theirs, report(newNumber())).then().statusCode(201);
    Doors.as(own).body("{\"name\":\"x\"}").post(Keys.doors("windsor")).then().statusCode(201);
    Doors.as(own).get(Keys.doors("windsor")).then().statusCode(200);
    Doors.as(Tokens.of("administrator")).get(Keys.doors("nowhere")).then().statusCode(404);
    Doors.as(own)
        .body(
            "{\"name\":\"x\",\"jurisdiction\":\"GB-ENG\",\"zone\":\"Europe/London\","
                + "\"helpLine\":\"1\",\"postsPerSecond\":1}")
        .put("/api/v1/police-services/cleveland")
        .then()
        .statusCode(403);
  }

  @Test
  void whoTriesARevokedKeyIsSeen() {
    JsonNode key = Keys.make("windsor", "CAD");
    Keys.revoke("windsor", key);
    assertThat(Keys.listed("windsor", key).has("lastUsedAt")).isFalse();
    refused(Keys.post(key, report(newNumber())).then());
    assertThat(Keys.listed("windsor", key).has("lastUsedAt")).isTrue();
  }

  @Test
  void whatIsMadeIsSaid() {
    assertThat(Keys.make("windsor", "CAD").path("signed")).isEqualTo(BooleanNode.FALSE);
    assertThat(Keys.makeSigned("windsor").path("signed")).isEqualTo(BooleanNode.TRUE);
  }

  @Test
  void whatIsWantedOfAKeyIsJudged() {
    for (String wrong :
        List.of(
            "{}",
            "{\"name\":\" \"}",
            "{\"name\":\"a\\u0000b\"}",
            "{\"name\":\"a\\ud800b\"}",
            "{\"name\":\"a\\nb\"}",
            "{\"name\":\"" + "x".repeat(81) + "\"}",
            "{\"name\":\"x\",\"postsPerSecond\":0}",
            "{\"name\":\"x\",\"postsPerSecond\":1000001}")) {
      Doors.as(Tokens.of("administrator"))
          .body(wrong)
          .post(Keys.doors("windsor"))
          .then()
          .statusCode(422);
    }
  }
}
