package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("incident-service")
class SceneTest {

  private static final String OFFICER = "cleveland-officer-1";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void anOfficersWordIsKeptToldAndSaidOnce() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    tap(OFFICER, incident, "scene-safe", "{\"suspect\":\"in-custody\"}").statusCode(204);
    tap(OFFICER, incident, "scene-safe", "{\"suspect\":\"IN_CUSTODY\"}").statusCode(204);
    JsonNode told = json(Doors.told("incident.events.v1", "scene-declared-safe", incident).body());
    assertThat(told.path("by").asText()).isEqualTo(Tokens.staffIdOf(OFFICER).toString());
    assertThat(told.path("suspect").asText()).isEqualTo("IN_CUSTODY");

    tap(OFFICER, incident, "worker-wanted", "{\"help\":\"on-site\",\"language\":\"fr\"}")
        .statusCode(204);
    tap(OFFICER, incident, "worker-wanted", "{\"help\":\"on-site\",\"language\":\"fr\"}")
        .statusCode(204);
    JsonNode wanted = json(Doors.told("incident.events.v1", "worker-wanted", incident).body());
    assertThat(wanted.path("victim").asText())
        .isEqualTo(Doors.person(incident, "VICTIM").toString());

    tap(OFFICER, incident, "scene-safe/revocation", "{}").statusCode(204);
    tap(OFFICER, incident, "clear", "{}").statusCode(204);
    tap(OFFICER, incident, "clear", "{}").statusCode(204);
    assertThat(Doors.toldTypes(incident))
        .containsExactly(
            "incident-reported",
            "scene-declared-safe",
            "worker-wanted",
            "scene-safety-revoked",
            "officers-cleared");
    JsonNode scene = Doors.incident(OFFICER, incident).path("scene");
    assertThat(scene.path("state").asText()).isEqualTo("cleared");
    as(Tokens.client("operator"))
        .get("/api/v1/trace/" + incident)
        .then()
        .statusCode(200)
        .body("what", hasItem("said:scene-safe"))
        .body("what", hasItem("said:officers-cleared"));
  }

  @Test
  void aCadUpdateLeavesTheOfficersWordAsItIs() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-cleveland", report);
    tap(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    Doors.post("cad-cleveland", report.deepCopy().put("priority", 2))
        .then()
        .body("version", equalTo(3));
    assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
        .isEqualTo("safe");
  }

  @Test
  void aTapOlderThanFiveMinutesIsAskedAgain() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    String late = "{\"suspect\":\"left\",\"at\":\"" + TestClock.now() + "\"}";
    TestClock.advance(Duration.ofMinutes(6));
    tap(OFFICER, incident, "scene-safe", late)
        .statusCode(422)
        .body("type", equalTo("https://warmhandoff.org/problems/stale-tap"))
        .body("pointer", equalTo("/at"));
    assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
  }

  @Test
  void aTapFromBeforeARevocationIsAskedAgain() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    tap(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    String between = "{\"suspect\":\"left\",\"at\":\"" + TestClock.now() + "\"}";
    TestClock.advance(Duration.ofSeconds(30));
    tap(OFFICER, incident, "scene-safe/revocation", "{}").statusCode(204);
    TestClock.advance(Duration.ofSeconds(30));
    tap(OFFICER, incident, "scene-safe", between)
        .statusCode(409)
        .body("type", equalTo("https://warmhandoff.org/problems/overtaken"));
    // Doubt said twice counts from the second time, which changes nothing else that anybody sees.
    String beforeTheSecond = "{\"suspect\":\"left\",\"at\":\"" + TestClock.now() + "\"}";
    TestClock.advance(Duration.ofSeconds(30));
    tap(OFFICER, incident, "scene-safe/revocation", "{}").statusCode(204);
    tap(OFFICER, incident, "scene-safe", beforeTheSecond).statusCode(409);
  }

  @Test
  void anotherPoliceServicesSceneIsNotThere() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    for (String door : new String[] {"scene-safe/revocation", "clear"}) {
      tap("windsor-officer-1", incident, door, "{}").statusCode(404);
    }
    tap("windsor-officer-1", incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(404);
    tap("windsor-officer-1", incident, "worker-wanted", "{\"help\":\"virtual\"}").statusCode(404);
  }

  @Test
  void onlyAVictimOfThisIncidentIsOne() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    UUID offender = Doors.person(incident, "ALLEGED_OFFENDER");
    tap(
            OFFICER,
            incident,
            "worker-wanted",
            "{\"help\":\"virtual\",\"victim\":\"" + offender + "\"}")
        .statusCode(422)
        .body("pointer", equalTo("/victim"));
    tap(OFFICER, incident, "worker-wanted", "{\"help\":\"by-pigeon\"}")
        .statusCode(422)
        .body("expected", equalTo("one of on-site, virtual"));
  }

  private static ValidatableResponse tap(String officer, UUID incident, String door, String body) {
    return as(Tokens.of(officer))
        .body(body)
        .post("/api/v1/incidents/" + incident + "/" + door)
        .then();
  }
}
