package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.StreamSupport;
import org.warmhandoff.testbed.Tokens;

/** Keys of integrators, made and used through the doors. */
final class Keys {

  private Keys() {}

  static String doors(String policeService) {
    return "/api/v1/police-services/" + policeService + "/keys";
  }

  static JsonNode make(String policeService, String name) {
    return make(policeService, Doors.JSON.createObjectNode().put("name", name));
  }

  static JsonNode makeSigned(String policeService) {
    return make(
        policeService, Doors.JSON.createObjectNode().put("name", "signing").put("signed", true));
  }

  static JsonNode make(String policeService, ObjectNode wanted) {
    return Doors.json(
        Doors.as(Tokens.of("administrator"))
            .body(wanted.toString())
            .post(doors(policeService))
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .extract()
            .asString());
  }

  static JsonNode rotate(String policeService, JsonNode key) {
    return Doors.json(
        Doors.as(Tokens.of("administrator"))
            .post(doors(policeService) + "/" + key.path("id").asText() + "/rotation")
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .extract()
            .asString());
  }

  static void revoke(String policeService, JsonNode key) {
    Doors.as(Tokens.of("administrator"))
        .post(doors(policeService) + "/" + key.path("id").asText() + "/revocation")
        .then()
        .statusCode(204);
  }

  /** The key as an administrator finds it in the list. */
  static JsonNode listed(String policeService, JsonNode key) {
    JsonNode all =
        Doors.json(
            Doors.as(Tokens.of("administrator"))
                .get(doors(policeService))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("id").equals(key.path("id")))
        .findFirst()
        .orElseThrow();
  }

  static RequestSpecification with(JsonNode key) {
    return with(key.path("key").asText());
  }

  static RequestSpecification with(String key) {
    return given().header("X-Api-Key", key).contentType(ContentType.JSON);
  }

  static Response post(JsonNode key, JsonNode report) {
    return with(key).body(report.toString()).post("/api/v1/incidents");
  }
}
