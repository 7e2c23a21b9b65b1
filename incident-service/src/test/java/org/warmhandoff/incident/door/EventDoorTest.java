package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** A report as the data of one CloudEvent, in both modes of the HTTP binding. */
@QuarkusTest
@WithStack("incident-service")
class EventDoorTest {

  private static final String TYPE = "org.warmhandoff.report.v1";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String CANARY = "Canary Kanarek";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aBinaryEventIsTakenOnceHoweverOftenItComes() {
    String report = report(newNumber()).toString();
    String id = UUID.randomUUID().toString();
    String incident = binary(id, report).then().statusCode(201).extract().path("incident");
    binary(id, report)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("unchanged"))
        .body("incident", equalTo(incident));
    binary(id, report(newNumber()).toString()).then().statusCode(409);
  }

  @Test
  void aStructuredEventIsTheSameReport() {
    ObjectNode report = report(newNumber());
    String incident = structured(event(report)).then().statusCode(201).extract().path("incident");
    binary(UUID.randomUUID().toString(), report.toString())
        .then()
        .statusCode(200)
        .body("incident", equalTo(incident));
    given()
        .auth()
        .oauth2(Tokens.client("cad-windsor"))
        .get("/api/v1/incidents/" + incident)
        .then()
        .statusCode(200)
        .body("externalId", equalTo(report.path("externalId").asText()));
  }

  @Test
  void attributesNobodyKnowsAreLeftAlone() {
    structured(event(report(newNumber())).put("theirown", CANARY).put("sequence", "12"))
        .then()
        .statusCode(201);
  }

  @Test
  void aWrongReportIsToldWhereItStandsInTheBody() {
    ObjectNode wrong = report(newNumber()).put("status", CANARY);
    problem(structured(event(wrong)), 422, "unknown-code").body("pointer", equalTo("/data/status"));
    problem(binary("1", wrong.toString()), 422, "unknown-code").body("pointer", equalTo("/status"));
  }

  @Test
  void anEventThisDoorDoesNotTakeIsRefused() {
    ObjectNode report = report(newNumber());
    problem(structured(event(report).put("type", CANARY)), 422, "event-type")
        .body("pointer", equalTo("/type"))
        .body("expected", equalTo(TYPE));
    problem(structured(event(report).put("specversion", "0.3")), 422, "event-version");
    for (String attribute : new String[] {"specversion", "id", "source", "type", "data"}) {
      ObjectNode without = event(report);
      without.remove(attribute);
      problem(structured(without), 422, "missing").body("pointer", equalTo("/" + attribute));
    }
    problem(structured(event(report).put("datacontenttype", "text/plain")), 415, "media-type");
    problem(post(STRUCTURED, "{\"id\":\"" + CANARY + "\",\"id\":\"2\"}"), 400, "no-event");
    problem(post(STRUCTURED, "[" + event(report) + "]"), 400, "no-event");
  }

  @Test
  void aNumberWithAnExponentNoNumberCanHaveIsNoEvent() {
    String open = event(report(newNumber())).toString().replaceFirst("}$", "");
    for (String number : List.of("1E-2147483649", "1e9999999999")) {
      String event = open + ",\"canary\":" + number + "}";
      problem(post(STRUCTURED, event), 400, "no-event");
      problem(post("application/cloudevents-batch+json", "[" + event + "]"), 400, "unreadable");
    }
    ObjectNode report = report(newNumber()).put("type", "SomethingLocal");
    String great = event(report).toString().replaceFirst("\"data\":\\{", "$0\"x\":1e999999999,");
    post(STRUCTURED, great).then().statusCode(201);
  }

  @Test
  void aBatchIsTakenEventByEvent() {
    ObjectNode good = event(report(newNumber()));
    ObjectNode wrong = event(report(newNumber()).put("status", CANARY));
    ObjectNode stranger = event(report(newNumber())).put("type", "com.example.other");
    ObjectNode eido =
        event(report(newNumber())).put("datacontenttype", "application/emergency.eido+json");
    String batch = "[" + good + "," + wrong + "," + stranger + "," + eido + "," + good + "]";
    post("application/cloudevents-batch+json", batch)
        .then()
        .statusCode(207)
        .body("row", equalTo(List.of(1, 2, 3, 4, 5)))
        .body("status", equalTo(List.of(201, 422, 422, 422, 200)))
        .body("[1].problem.pointer", equalTo("/data/status"))
        .body("[2].problem.pointer", equalTo("/type"))
        .body("[3].problem.pointer", equalTo("/data/eidoVersion"))
        .body("[4].outcome", equalTo("unchanged"))
        .body(not(containsString(CANARY)));
    ObjectNode drill = report(newNumber());
    Doors.reported("cad-windsor", drill.deepCopy().put("test", true));
    ObjectNode real = event(drill);
    post("application/cloudevents-batch+json", "[" + real + "]")
        .then()
        .body("status", equalTo(List.of(409)));
    real.set("data", report(newNumber()));
    post("application/cloudevents-batch+json", "[" + real + "]")
        .then()
        .body("status", equalTo(List.of(201)));
    problem(
        post("application/cloudevents-batch+json", "[" + "1,".repeat(1_000) + "1]"),
        422,
        "too-many");
    problem(post("application/cloudevents-batch+json", "{}"), 422, "wrong-kind");
    problem(post("application/cloudevents-batch+json", "[{]"), 400, "unreadable");
    post("application/cloudevents-batch+json", "[]").then().statusCode(207).body(equalTo("[]"));
    post("application/cloudevents+xml", "<event/>").then().statusCode(415);
  }

  private static ObjectNode event(ObjectNode report) {
    ObjectNode event = Doors.JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID().toString());
    event.put("source", "/cad/windsor");
    event.put("type", TYPE);
    event.put("time", "2026-01-31T22:15:00-05:00");
    event.set("data", report.deepCopy());
    return event;
  }

  private static Response structured(ObjectNode event) {
    return post(STRUCTURED, event.toString());
  }

  private static Response binary(String id, String report) {
    return cad(ContentType.JSON.toString())
        .header("ce-specversion", "1.0")
        .header("ce-id", id)
        .header("ce-source", "/cad/windsor")
        .header("ce-type", TYPE)
        .body(report)
        .post("/api/v1/incidents");
  }

  private static Response post(String contentType, String body) {
    return cad(contentType).body(body).post("/api/v1/incidents");
  }

  private static RequestSpecification cad(String contentType) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(STRUCTURED, ContentType.TEXT)
                        .encodeContentTypeAs("application/cloudevents-batch+json", ContentType.TEXT)
                        .encodeContentTypeAs("application/cloudevents+xml", ContentType.TEXT)))
        .auth()
        .oauth2(Tokens.client("cad-windsor"))
        .contentType(contentType);
  }

  private static ValidatableResponse problem(Response answer, int status, String code) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://warmhandoff.org/problems/" + code))
        .body("title", notNullValue())
        .body(not(containsString(CANARY)));
  }
}
