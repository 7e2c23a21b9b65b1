package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What officers add while an incident runs, and how it stands beside what the CAD reports. */
@QuarkusTest
@WithStack("incident-service")
class FactsTest {

  private static final String OFFICER = "cleveland-officer-1";
  private static final String MATE = "cleveland-officer-2";

  private static final Map<String, String> TAPS =
      Map.of(
          "charge", "\"charge\":\"laid\"",
          "custody", "\"custody\":\"arrested\"",
          "no-contact-order", "\"order\":\"asked-for\"",
          "children", "\"children\":\"yes\"",
          "language", "\"language\":\"pa\"",
          "access-needs", "\"needs\":[\"sight\",\"hearing\"]",
          "screens", "\"tool\":\"dash\",\"yes\":14");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void everyWordIsKeptToldAndSentOnce() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    for (Map.Entry<String, String> tap : TAPS.entrySet()) {
      String body = "{" + tap.getValue() + ",\"tap\":\"" + UUID.randomUUID() + "\"}";
      String first = say(OFFICER, incident, tap.getKey(), body).extract().asString();
      assertThat(say(OFFICER, incident, tap.getKey(), body).extract().asString())
          .as(tap.getKey())
          .isEqualTo(first);
    }
    assertThat(Doors.toldTypes(incident)).hasSize(1 + TAPS.size());
    assertThat(Doors.SQL.count("select count(*) from scene_fact where incident = ?", incident))
        .isEqualTo(TAPS.size());
    JsonNode facts = Doors.incident(OFFICER, incident).path("facts");
    assertThat(facts.path("charge").asText()).isEqualTo("LAID");
    assertThat(facts.path("arrest").asText()).isEqualTo("YES");
    assertThat(facts.path("released").asText()).isEqualTo("NO");
    JsonNode circumstances = facts.path("circumstances");
    assertThat(circumstances.path("noContactOrder").asText()).isEqualTo("ASKED_FOR");
    assertThat(circumstances.path("children").asText()).isEqualTo("YES");
    assertThat(circumstances.path("language").asText()).isEqualTo("pa");
    assertThat(circumstances.path("accessNeeds").toString()).isEqualTo("[\"HEARING\",\"SIGHT\"]");
    assertThat(circumstances.path("urgency").asText()).isEqualTo("HIGH");
    Doors.told("incident.events.v1", "incident-updated", incident);
    as(Tokens.client("operator"))
        .get("/api/v1/trace/" + incident)
        .then()
        .statusCode(200)
        .body("what", hasItem("said:charge"))
        .body("what", hasItem("said:access-needs"))
        .body("detail.code", org.hamcrest.Matchers.not(hasItem("HEARING,SIGHT")));
  }

  @Test
  void aCadUpdateReplacesItsOwnFactsAndNeverTheOfficers() {
    ObjectNode report = report(newNumber()).put("charge", "none");
    UUID incident = reported("cad-cleveland", report);
    say(OFFICER, incident, "charge", "{\"charge\":\"laid\"}");
    say(OFFICER, incident, "children", "{\"children\":\"no\"}");
    ObjectNode repeated =
        report.deepCopy().put("priority", 3).put("asOf", TestClock.now().toString());
    Doors.post("cad-cleveland", repeated).then().statusCode(200);
    JsonNode facts = Doors.incident(OFFICER, incident).path("facts");
    assertThat(facts.path("charge").asText()).as("only repeated").isEqualTo("LAID");
    assertThat(facts.path("priority").asInt()).isEqualTo(3);
    assertThat(facts.path("circumstances").path("children").asText()).isEqualTo("NO");

    TestClock.advance(Duration.ofMinutes(2));
    Doors.post(
            "cad-cleveland",
            repeated.deepCopy().put("charge", "laid").put("asOf", TestClock.now().toString()))
        .then()
        .statusCode(200);
    TestClock.advance(Duration.ofMinutes(2));
    Doors.post(
            "cad-cleveland",
            repeated.deepCopy().put("charge", "none").put("asOf", TestClock.now().toString()))
        .then()
        .statusCode(200);
    assertThat(Doors.incident(OFFICER, incident).path("facts").path("charge").asText())
        .as("laid and dropped again: news of the CAD's")
        .isEqualTo("NONE");
  }

  @Test
  void tapsThatComeLateAreKeptAndTheLatestTapCounts() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    say(OFFICER, incident, "custody", "{\"custody\":\"released\"}");
    List<String> told = Doors.toldTypes(incident);
    Instant phone = Instant.parse("2001-01-01T00:00:00Z");
    String kept =
        "{\"custody\":\"arrested\",\"at\":\"%s\",\"sentAt\":\"%s\",\"tap\":\"%s\"}"
            .formatted(phone, phone.plusSeconds(1200), UUID.randomUUID());
    say(MATE, incident, "custody", kept);
    say(MATE, incident, "custody", kept);
    assertThat(Doors.incident(OFFICER, incident).path("facts").path("released").asText())
        .isEqualTo("YES");
    assertThat(Doors.toldTypes(incident)).isEqualTo(told);
    assertThat(
            Doors.SQL.count(
                "select count(*) from (select max(said_at) - min(said_at) as apart from scene_fact"
                    + " where incident = ? and kind = 'custody') f"
                    + " where apart > interval '19 minutes'",
                incident))
        .as("with its tap time, whatever the phone's clock shows")
        .isOne();
  }

  @Test
  void onlySafetyIsAskedAgainWhenAPhoneKeptIt() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    Instant phone = Instant.parse("2040-01-01T00:00:00Z");
    String age = ",\"at\":\"%s\",\"sentAt\":\"%s\"".formatted(phone, phone.plusSeconds(301));
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"" + age + "}")
        .statusCode(422)
        .body("type", equalTo("https://warmhandoff.org/problems/stale-tap"));
    say(OFFICER, incident, "children", "{\"children\":\"yes\"" + age + "}");
    scene(OFFICER, incident, "worker-wanted", "{\"help\":\"on-site\"" + age + "}").statusCode(204);
    String young = ",\"at\":\"%s\",\"sentAt\":\"%s\"".formatted(phone, phone.plusSeconds(290));
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"" + young + "}").statusCode(204);
    String back = ",\"at\":\"%s\",\"sentAt\":\"%s\"".formatted(phone, phone.minusSeconds(1));
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"unknown\"" + back + "}").statusCode(422);
    String week = ",\"at\":\"%s\",\"sentAt\":\"%s\"".formatted(phone, phone.plusSeconds(605_000));
    refused(incident, "children", "{\"children\":\"no\"" + week + "}", 422, "tap-too-old");
  }

  @Test
  void aTapIsOneWordOfOneOfficer() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    UUID tap = UUID.randomUUID();
    String said = "{\"charge\":\"laid\",\"tap\":\"" + tap + "\"}";
    say(OFFICER, incident, "charge", said);
    refused(incident, "charge", "{\"charge\":\"none\",\"tap\":\"" + tap + "\"}", 409, "tap-used");
    UUID other = reported("cad-cleveland", report(newNumber()));
    refused(other, "charge", said, 409, "tap-used");
    say(MATE, incident, "charge", "{\"charge\":\"none\",\"tap\":\"" + tap + "\"}");
    String stale =
        "{\"suspect\":\"left\",\"tap\":\"%s\",\"at\":\"%s\",\"sentAt\":\"%s\"}"
            .formatted(UUID.randomUUID(), Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
    scene(OFFICER, incident, "scene-safe", stale).statusCode(422);
    scene(OFFICER, incident, "scene-safe", stale)
        .statusCode(422)
        .body("type", equalTo("https://warmhandoff.org/problems/stale-tap"));
  }

  @Test
  void tapsOfARevocationAreSentOnceToo() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    UUID tap = UUID.randomUUID();
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    Instant now = TestClock.now();
    String kept = "scene-safe/revocation?tap=" + tap + "&at=" + now + "&sentAt=" + now;
    scene(OFFICER, incident, kept, "{}").statusCode(204);
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    scene(OFFICER, incident, kept, "{}").statusCode(204);
    assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
        .as("sent again, it does not take back what was said since")
        .isEqualTo("safe");
    scene(OFFICER, incident, "scene-safe/revocation?tap=" + tap, "{}").statusCode(204);
    assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
        .as("tapped now, on a page of before")
        .isEqualTo("not-safe");
    scene(OFFICER, incident, "clear?tap=none", "{}").statusCode(422);
    scene(OFFICER, incident, "clear?at=yesterday", "{}").statusCode(422);
  }

  @Test
  void aCallThatTheCadClosesIsSafeNoLonger() {
    for (String ended : List.of("closed", "cancelled")) {
      ObjectNode report = report(newNumber());
      UUID incident = reported("cad-cleveland", report);
      scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
      Doors.post("cad-cleveland", report.deepCopy().put("status", ended)).then().statusCode(200);
      assertThat(Doors.toldTypes(incident))
          .containsExactly(
              "incident-reported", "scene-declared-safe", "incident-updated", "officers-cleared");
      assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
          .isEqualTo("cleared");
      Doors.post("cad-cleveland", report.deepCopy().put("status", "active").put("priority", 2))
          .then()
          .statusCode(200);
      assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
          .as("opened again, it is not safe by itself")
          .isEqualTo("cleared");
      scene(OFFICER, incident, "clear", "{}").statusCode(204);
      assertThat(Doors.toldTypes(incident)).hasSize(5);
    }
  }

  @Test
  void whoMustNotKnowOfItFindsNothing() {
    ObjectNode report = report(newNumber());
    ((ObjectNode) report.path("persons").get(1)).put("staffId", Tokens.staffIdOf(MATE).toString());
    UUID incident = reported("cad-cleveland", report);
    for (Map.Entry<String, String> tap : TAPS.entrySet()) {
      String body = "{" + tap.getValue() + "}";
      for (String stranger : List.of("windsor-officer-1", MATE)) {
        scene(stranger, incident, tap.getKey(), body).statusCode(404);
      }
    }
    assertThat(Doors.SQL.count("select count(*) from scene_fact where incident = ?", incident))
        .isZero();
  }

  @Test
  void whatIsNoCodeIsRefusedAndNotRepeated() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    Map.of(
            "charge", "{\"charge\":\"Kanarienvogel\"}",
            "custody", "{\"custody\":\"Kanarienvogel\"}",
            "no-contact-order", "{\"order\":\"Kanarienvogel\"}",
            "children", "{\"children\":\"Kanarienvogel\"}",
            "language", "{\"language\":\"Kanarienvogel\"}",
            "access-needs", "{\"needs\":[\"Kanarienvogel\"]}")
        .forEach(
            (door, body) -> {
              String answer =
                  scene(OFFICER, incident, door, body).statusCode(422).extract().asString();
              assertThat(answer).as(door).doesNotContain("Kanarienvogel");
            });
    assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
  }

  @Test
  void theLanguageOfficersSaidIsTheWorkersToo() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    say(OFFICER, incident, "language", "{\"language\":\"pa\"}");
    scene(OFFICER, incident, "worker-wanted", "{\"help\":\"virtual\"}").statusCode(204);
    JsonNode wanted =
        Doors.json(Doors.told("incident.events.v1", "worker-wanted", incident).body());
    assertThat(wanted.path("language").asText()).isEqualTo("pa");
    say(OFFICER, incident, "language", "{}");
    assertThat(
            Doors.incident(OFFICER, incident)
                .path("facts")
                .path("circumstances")
                .path("language")
                .isTextual())
        .isFalse();
  }

  private static ValidatableResponse say(String officer, UUID incident, String door, String body) {
    ValidatableResponse answer = scene(officer, incident, door, body);
    assertThat(answer.extract().statusCode()).as(door).isIn(200, 204);
    return answer;
  }

  private static void refused(UUID incident, String door, String body, int status, String problem) {
    scene(OFFICER, incident, door, body)
        .statusCode(status)
        .body("type", equalTo("https://warmhandoff.org/problems/" + problem));
  }

  private static ValidatableResponse scene(
      String officer, UUID incident, String door, String body) {
    return as(Tokens.of(officer))
        .body(body)
        .post("/api/v1/incidents/" + incident + "/" + door)
        .then();
  }
}
