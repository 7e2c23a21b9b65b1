package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Each refusal of the intake door: its status, its pointer, and nothing of the content. */
@QuarkusTest
@WithStack("incident-service")
class BadInputTest {

  private static final String CANARY = "Canary Kanarek";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void unreadableIs400() {
    problem(post("{\"externalId\": \"" + CANARY), 400, "unreadable");
    problem(post("{\"a\":\"" + CANARY + "\",\"a\":1}"), 400, "unreadable");
  }

  @Test
  void aWrongFieldIs422WithItsPointer() {
    ObjectNode report = report(newNumber());
    report.put("occurredAt", "2026-01-31T22:15:00");
    problem(post(report.toString()), 422, "time-without-zone")
        .body("pointer", equalTo("/occurredAt"));
    ObjectNode code = report(newNumber()).put("status", CANARY);
    problem(post(code.toString()), 422, "unknown-code")
        .body("pointer", equalTo("/status"))
        .body("expected", equalTo("one of active, closed, cancelled"));
    ObjectNode future = report(newNumber());
    future.put("occurredAt", TestClock.now().plusSeconds(3 * 86_400).toString());
    problem(post(future.toString()), 422, "future-time").body("pointer", equalTo("/occurredAt"));
    ObjectNode person = report(newNumber());
    person.withArray("persons").addObject().put("name", CANARY);
    problem(post(person.toString()), 422, "missing").body("pointer", equalTo("/persons/2/ref"));
  }

  @Test
  void tooLargeIs413WithAndWithoutALength() throws Exception {
    String large = report(newNumber()).put("note", "x".repeat(300 * 1024)).toString();
    problem(post(large), 413, "too-large");
    assertThat(chunked(large)).isEqualTo(413);
  }

  private static int chunked(String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
              .header("Authorization", "Bearer " + Tokens.client("cad-windsor"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void anotherMediaTypeIs415() {
    problem(
        given()
            .auth()
            .oauth2(Tokens.client("cad-windsor"))
            .contentType(ContentType.XML)
            .body("<incident>" + CANARY + "</incident>")
            .post("/api/v1/incidents"),
        415,
        "media-type");
  }

  @Test
  void withoutATokenIs401AndWithTheWrongOne403() {
    given()
        .contentType(ContentType.JSON)
        .body(report(newNumber()).toString())
        .post("/api/v1/incidents")
        .then()
        .statusCode(401);
    problem(
        as(Tokens.of("windsor-officer-1"))
            .body(report(newNumber()).toString())
            .post("/api/v1/incidents"),
        403,
        "not-allowed");
  }

  @Test
  void anIncidentNobodyKnowsIs404() {
    problem(
        as(Tokens.client("cad-windsor")).get("/api/v1/incidents/" + UUID.randomUUID()),
        404,
        "no-such-incident");
  }

  @Test
  void aDrillUnderARealIncidentsNumberIs409() {
    ObjectNode report = report(newNumber());
    Doors.reported("cad-windsor", report);
    problem(post(report.deepCopy().put("test", true).toString()), 409, "drill-and-real")
        .body("pointer", equalTo("/test"));
  }

  @Test
  void aKeyUsedForOtherContentIs409() {
    String key = "key-" + newNumber();
    ObjectNode report = report(newNumber());
    keyed(key, report).then().statusCode(201);
    keyed(key, report).then().statusCode(200);
    problem(keyed(key, report.deepCopy().put("priority", 4)), 409, "key-used");
  }

  @Test
  void aZoneThatDoesNotExistIs422() {
    problem(
            as(Tokens.client("operator"))
                .body(
                    Map.of(
                        "name",
                        "x",
                        "jurisdiction",
                        "CA-ON",
                        "zone",
                        "Mars/Olympus",
                        "helpLine",
                        "1"))
                .put("/api/v1/police-services/windsor"),
            422,
            "unknown-zone")
        .body("pointer", equalTo("/zone"));
  }

  @Test
  void postingFasterThanAgreedIs429WithTheTimeToWait() {
    Map<String, Object> slow =
        Map.of(
            "name",
            "Demo",
            "jurisdiction",
            "CA-ON",
            "zone",
            "America/Toronto",
            "helpLine",
            "1",
            "postsPerSecond",
            1);
    as(Tokens.client("operator"))
        .body(slow)
        .put("/api/v1/police-services/harbour-city")
        .then()
        .statusCode(204);
    try {
      Response last = null;
      for (int i = 0; i < 20 && (last == null || last.statusCode() != 429); i++) {
        last = Doors.post("cad-harbour-city", report(newNumber()));
      }
      problem(java.util.Objects.requireNonNull(last), 429, "too-many-posts")
          .header("Retry-After", notNullValue());
    } finally {
      Doors.open();
    }
  }

  private static Response post(String body) {
    return as(Tokens.client("cad-windsor")).body(body).post("/api/v1/incidents");
  }

  private static Response keyed(String key, ObjectNode report) {
    return as(Tokens.client("cad-windsor"))
        .header("Idempotency-Key", key)
        .body(report.toString())
        .post("/api/v1/incidents");
  }

  private static ValidatableResponse problem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("https://warmhandoff.org/problems/" + code))
        .body("status", equalTo(status))
        .body(not(containsString(CANARY)));
  }
}
