package org.warmhandoff.eventing.repair;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** From a poisoned topic through the door to the handler; nothing personal on the way. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RepairResourceTest {

  private static final String CANARY = "Demo Person Larch";

  private final Sql sql = Sql.database("incident");
  private final String subject = UUID.randomUUID().toString();
  private final String id = UUID.randomUUID().toString();

  private Map<String, String> headers(long version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "/notification-service");
    headers.put("ce_type", "org.warmhandoff.page-accepted.v1");
    headers.put("ce_subject", subject);
    headers.put("ce_aggregateversion", Long.toString(version));
    headers.put("ce_policeservice", CANARY);
    headers.put("ce_mode", CANARY.toLowerCase(java.util.Locale.ROOT));
    headers.put(CANARY, CANARY);
    return headers;
  }

  @BeforeEach
  void poison() {
    Records.send(
        Access.NOTIFICATION_SERVICE,
        Topics.ASSIGNMENT,
        subject,
        headers(1),
        "{\"assignment\":\"%s\",\"%s\":\"%s\",\"at\":\"%s\"}"
            .formatted(subject, CANARY, CANARY, CANARY)
            .getBytes(UTF_8));
    Eventually.until(
        () -> sql.count("select count(*) from quarantine where record_key = ?", subject) == 1);
  }

  private long number() {
    return sql.count("select number from quarantine where record_key = ?", subject);
  }

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void itIsShownMaskedMendedAndSent() {
    long number = number();
    given()
        .get("/api/v1/repair")
        .then()
        .statusCode(200)
        .body(containsString("\"number\":" + number), not(containsString(CANARY)));
    JsonPath seen = given().get("/api/v1/repair/" + number).jsonPath();
    assertThat(seen.prettify().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("demo person", "larch");
    assertThat(seen.getString("type")).isEqualTo("org.warmhandoff.page-accepted.v1");
    assertThat(seen.getString("headers.ce_id")).isEqualTo(id);
    assertThat(seen.getString("headers.ce_mode")).isEqualTo("<other>");
    assertThat(seen.getString("headers.ce_policeservice")).isEqualTo("<code>");
    assertThat(seen.getString("body.others")).isEqualTo("<1>").isNotNull();

    act("PUT", number, "content", Map.of("edition", 0, "word", "no"), 422);
    act("PUT", number, "content", Map.of("word", "a word"), 422);
    act("PUT", number, "content", Map.of("edition", 0, "word", "a NUL: \0"), 422);
    Map<String, @Nullable String> nothing = new HashMap<>();
    nothing.put(CANARY, null);
    act("PUT", number, "content", Map.of("edition", 0, "word", "none", "headers", nothing), 422);
    for (String what : List.of("content", "sending", "dropping")) {
      String verb = what.equals("content") ? "PUT" : "POST";
      act(verb, number, what, "", 400);
      act(verb, number, what, "null", 400);
    }
    act("PUT", number, "content", Map.of("edition", 0, "word", "a word", "body", Map.of()), 422);
    Map<String, String> another = Map.of("ce_mode", "live", "ce_aggregateversion", "2");
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("edition", 0, "word", "a word", "headers", another, "body", golden()))
        .put("/api/v1/repair/" + number + "/content")
        .then()
        .statusCode(422)
        .body(containsString("another-event"), containsString("/headers/ce_aggregateversion"));
    Map<String, Object> mended = new HashMap<>();
    mended.put("edition", 0);
    mended.put("word", "mode and body were wrong");
    mended.put("headers", Map.of("ce_mode", "live", CANARY, "", "ce_policeservice", "windsor"));
    mended.put("body", golden());
    act("PUT", number, "content", mended, 200);
    JsonPath changed = given().get("/api/v1/repair/" + number).jsonPath();
    assertThat(changed.getString("history[0].action")).isEqualTo("mended");
    assertThat(changed.getList("history[0].headers"))
        .isEqualTo(List.of("ce_mode", "ce_policeservice", "others"));
    act("POST", number, "sending", Map.of("edition", 0, "word", "send it"), 409);
    act("POST", number, "sending", Map.of("edition", 1, "word", "send it"), 200);
    given().get("/api/v1/repair/" + number).then().statusCode(404);
    assertThat(sql.count("select count(*) from ledger where subject = ?::uuid", subject))
        .isEqualTo(1);
    List<?> log =
        sql.rows("select action, by_account, word from repair_log where quarantine = ?", number);
    assertThat(log).hasSize(2);
    assertThat(log.toString()).contains("administrator", "mode and body were wrong");
  }

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void itIsDroppedWithAWordOnly() {
    long number = number();
    act("POST", number, "dropping", Map.of("edition", 0), 422);
    act(
        "POST",
        number,
        "dropping",
        Map.of("edition", 0, "word", "sent by mistake", "subject", subject, "version", 1),
        200);
    assertThat(sql.count("select version from aggregate_progress where subject = ?::uuid", subject))
        .isEqualTo(1);
    given().get("/api/v1/flow").then().statusCode(403);
  }

  @Test
  @TestSecurity(user = "operator", roles = Role.OPERATOR)
  void whoOnlyWatchesDoesNotMend() {
    given().get("/api/v1/repair").then().statusCode(403);
    act("POST", number(), "dropping", Map.of(), 403);
  }

  @Test
  void theLogOnlyGrows() {
    Sql app = Sql.as("incident", "incident_app");
    assertThatThrownBy(() -> app.run("delete from repair_log"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> app.run("update repair_log set word = 'other'"))
        .hasMessageContaining("permission denied");
  }

  private Map<String, Object> golden() {
    try (var golden =
        RepairResourceTest.class.getResourceAsStream(
            "/golden/org.warmhandoff.page-accepted.v1.json")) {
      Map<String, Object> body = JsonPath.from(golden).getMap("$");
      return body.containsKey("data") ? JsonPath.from(golden).getMap("data") : body;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void act(String verb, long number, String what, Object request, int status) {
    given()
        .contentType(ContentType.JSON)
        .body(request)
        .request(verb, "/api/v1/repair/" + number + "/" + what)
        .then()
        .statusCode(equalTo(status))
        .body(not(containsString(CANARY)));
  }
}
