package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("incident-service")
class HistoryTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void goodRowsAreTakenAndBadRowsToldOneByOne() {
    String numbered = newNumber();
    ObjectNode drill = report(newNumber());
    Doors.reported("cad-windsor", drill.deepCopy().put("test", true));
    List<String> rows =
        List.of(
            report(numbered).put("occurredAt", "2019-05-04T03:02:01-04:00").toString(),
            "{\"externalId\":\"Canary Kanarek",
            "",
            report(newNumber()).put("type", "\u0000").toString(),
            drill.toString(),
            report(newNumber()).toString());
    String answer = imported(String.join("\n", rows));
    List<JsonNode> told = answer.lines().map(Doors::json).toList();
    assertThat(told).extracting(row -> row.path("row").asInt()).containsExactly(1, 2, 4, 5, 6);
    assertThat(told)
        .extracting(row -> row.path("status").asInt())
        .containsExactly(201, 400, 422, 409, 201);
    assertThat(told.get(2).path("problem").path("pointer").asText()).isEqualTo("/type");
    assertThat(answer).doesNotContain("Kanarek");

    UUID incident = UUID.fromString(told.getFirst().path("incident").asText());
    assertThat(Doors.told("incident.events.v1", "incident-reported", incident).header("ce_mode"))
        .isEqualTo("history");
    UUID victim = Doors.person(incident, "VICTIM");
    assertThat(Doors.told("person.events.v1", "person-registered", victim).header("ce_mode"))
        .isEqualTo("history");
    assertThat(imported(rows.getFirst())).contains("unchanged");
  }

  @Test
  void whatWasImportedIsToldLiveWhenDispatchSendsTheSame() {
    ObjectNode report = report(newNumber());
    imported(report.toString());
    String incident =
        Doors.post("cad-windsor", report)
            .then()
            .statusCode(200)
            .body("outcome", equalTo("updated"))
            .extract()
            .path("incident");
    assertThat(
            Doors.told("incident.events.v1", "incident-updated", UUID.fromString(incident))
                .header("ce_mode"))
        .isEqualTo("live");
    Doors.post("cad-windsor", report).then().body("outcome", equalTo("unchanged"));
  }

  @Test
  void aLongImportIsTakenWhole() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(report(newNumber()).toString());
    }
    String answer = imported(String.join("\n", rows) + "\n");
    assertThat(answer.lines()).hasSize(500);
    assertThat(answer.lines().map(row -> json(row).path("status").asInt())).containsOnly(201);
  }

  @Test
  void historyIsNotOnAnOfficersList() {
    String number = newNumber();
    imported(report(number).toString());
    assertThat(Doors.browser("windsor-officer-1").get("/scene").body())
        .contains("Open incidents")
        .doesNotContain(number);
  }

  private static String imported(String rows) {
    return given()
        .auth()
        .oauth2(Tokens.client("cad-windsor"))
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/x-ndjson", io.restassured.http.ContentType.TEXT)))
        .contentType("application/x-ndjson")
        .body(rows)
        .post("/api/v1/incidents/history")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
