package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** How fast a key may post. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyPaceTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  private static ObjectNode wanted(int postsPerSecond) {
    return Doors.JSON.createObjectNode().put("name", "slow").put("postsPerSecond", postsPerSecond);
  }

  /** Answers of posts that are all under way at once. */
  private static List<Response> burst(JsonNode key, int posts) throws Exception {
    List<Callable<Response>> all = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      ObjectNode report = report(newNumber());
      all.add(() -> Keys.post(key, report));
    }
    List<Response> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Response> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static Response firstRefused(List<Response> answers) {
    assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 429);
    return answers.stream().filter(one -> one.statusCode() == 429).findFirst().orElseThrow();
  }

  @Test
  void aKeyIsHeldToItsOwnLimitAlsoWhenReplacedAndNoOtherForIt() throws Exception {
    JsonNode slow = Keys.make("windsor", wanted(1));
    firstRefused(burst(slow, 16))
        .then()
        .header("Retry-After", "1")
        .body("type", endsWith("/too-many-posts"))
        .body("title", containsString("This key"));
    JsonNode fresh = Keys.rotate("windsor", slow);
    List<Response> both = new ArrayList<>(burst(slow, 8));
    both.addAll(burst(fresh, 8));
    firstRefused(both).then().body("title", containsString("This key"));
    Keys.post(Keys.make("windsor", "fast"), report(newNumber())).then().statusCode(201);
    Doors.post("cad-windsor", report(newNumber())).then().statusCode(201);
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
    firstRefused(burst(key, 16)).then().body("title", containsString("This police service"));
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
