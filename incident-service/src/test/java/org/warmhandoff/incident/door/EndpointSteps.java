package org.warmhandoff.incident.door;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.testbed.Tokens;

/** A police service with endpoints for its advisories, and what a test says and sees of them. */
abstract class EndpointSteps {

  /** A police service of the test's own, so that tests do not meet. */
  final String service = "w" + UUID.randomUUID().toString().substring(0, 8);

  final UUID incident = UUID.randomUUID();
  final Receiver receiver = new Receiver();

  @BeforeEach
  void open() {
    Doors.setUp(service, "CA-ON", "America/Toronto");
  }

  /** What is left due would be tried by the tests that follow. */
  @AfterEach
  void close() {
    receiver.close();
    Doors.SQL.run(
        "update webhook_endpoint set disabled_at = now(), disabled_for = 'test'"
            + " where police_service = ?",
        service);
  }

  record Hook(UUID id, String secret) {}

  UUID tell(CadAdvisory advisory) {
    return Told.tell(service, advisory);
  }

  Hook add(String url, boolean test) {
    JsonPath added =
        Doors.as(Tokens.client("operator"))
            .body(Map.of("url", url, "test", test))
            .post("/api/v1/police-services/" + service + "/webhooks")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Hook(added.getUUID("id"), added.getString("secret"));
  }

  ValidatableResponse hook(Hook hook, String what, Map<String, String> body) {
    return Doors.as(Tokens.client("operator"))
        .body(body)
        .post("/api/v1/police-services/" + service + "/webhooks/" + hook.id() + "/" + what)
        .then();
  }

  JsonPath list() {
    return Doors.as(Tokens.client("operator"))
        .get("/api/v1/police-services/" + service + "/webhooks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static boolean kept(UUID advisory) {
    return Doors.SQL.count("select count(*) from advisory where id = ?", advisory) == 1;
  }

  static String state(UUID advisory) {
    return text("state", advisory);
  }

  static @Nullable String failure(UUID advisory) {
    String failure = text("last_failure", advisory);
    return failure.equals("null") ? null : failure;
  }

  static String text(String column, UUID advisory) {
    return Doors.SQL
        .rows("select " + column + " as v from webhook_delivery where advisory = ?", advisory)
        .stream()
        .map(row -> String.valueOf(row.get("v")))
        .findFirst()
        .orElse("null");
  }
}
