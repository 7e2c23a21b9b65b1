package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** How fast a key may post. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyPaceTest {

  private static final String BATCH = "application/cloudevents-batch+json";

  @Inject Throttle throttle;

  @BeforeEach
  void open() {
    Doors.open();
  }

  private static ObjectNode wanted(int postsPerSecond) {
    return Doors.JSON.createObjectNode().put("name", "slow").put("postsPerSecond", postsPerSecond);
  }

  private static ValidatableResponse refused(Response answer, int status, String code) {
    return answer.then().statusCode(status).body("type", endsWith("/" + code));
  }

  @Test
  void aKeyIsHeldToItsOwnLimitAlsoWhenReplacedAndNoOtherForIt() throws Exception {
    JsonNode slow = Keys.make("windsor", wanted(1));
    Keys.post(slow, report(newNumber())).then().statusCode(201);
    JsonNode fresh = Keys.rotate("windsor", slow);
    try (Emptied bucket = Emptied.of(throttle, "windsor", slow)) {
      for (JsonNode key : List.of(slow, fresh)) {
        refused(Keys.post(key, report(newNumber())), 429, "too-many-posts")
            .header("Retry-After", "1")
            .body("expected", containsString("this key"));
      }
      Keys.post(Keys.make("windsor", "fast"), report(newNumber())).then().statusCode(201);
      Doors.post("cad-windsor", report(newNumber())).then().statusCode(201);
    }
  }

  @Test
  void withoutOneTheLimitOfItsPoliceServiceCounts() throws Exception {
    String code = "slow-town";
    Doors.as(Tokens.client("operator"))
        .body(
            Map.of(
                "name",
                "Slow Town",
                "jurisdiction",
                "CA-ON",
                "zone",
                "America/Toronto",
                "helpLine",
                "555-0142",
                "postsPerSecond",
                1))
        .put("/api/v1/police-services/" + code)
        .then()
        .statusCode(204);
    JsonNode key = Keys.make(code, "CAD");
    try (Emptied bucket = Emptied.of(throttle, code)) {
      refused(Keys.post(key, report(newNumber())), 429, "too-many-posts")
          .body("expected", containsString("this police service"));
    }
  }

  private static String batch(int events) {
    ArrayNode batch = Doors.JSON.createArrayNode();
    for (int i = 0; i < events; i++) {
      String number = newNumber();
      ObjectNode event = batch.addObject().put("specversion", "1.0").put("id", number);
      event.put("source", "/cad").put("type", "org.warmhandoff.report.v1");
      event.set("data", report(number));
    }
    return batch.toString();
  }

  private static Response postBatch(JsonNode key, String batch) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(BATCH, io.restassured.http.ContentType.TEXT)))
        .header("X-Api-Key", key.path("key").asText())
        .header("Content-Type", BATCH)
        .body(batch)
        .post("/api/v1/incidents");
  }

  @Test
  void aBatchPassesAtOnceOrNotAtAll() throws Exception {
    JsonNode key = Keys.make("windsor", wanted(3));
    refused(postBatch(key, batch(4)), 413, "too-many-events")
        .body("expected", containsString("at most 3"));
    String batch = batch(3);
    String line = Keys.listed("windsor", key).path("line").asText();
    try (Emptied bucket = Emptied.of(throttle, Throttle.ofKey(line))) {
      refused(postBatch(key, batch), 429, "too-many-posts").header("Retry-After", "1");
    }
    Response answer = postBatch(key, batch);
    while (answer.statusCode() == 429) {
      answer = postBatch(key, batch);
    }
    answer.then().statusCode(207);
    assertThat(answer.jsonPath().getList("status")).containsExactly(201, 201, 201);
  }

  @Test
  void aStreamOfAKeyIsSlowedDownAndNotRefused() throws Exception {
    JsonNode key = Keys.make("windsor", wanted(20));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(report(newNumber())).append('\n');
    }
    long start = System.nanoTime();
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
                  .header("X-Api-Key", key.path("key").asText())
                  .header("Content-Type", "application/x-ndjson")
                  .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .hasSize(40)
        .allSatisfy(row -> assertThat(row).contains("\"status\":201"));
    // A burst of twenty, then twenty more at twenty a second.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
  }
}
