package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Taps that phones kept, with whatever clock, between each other and what the CAD reports. */
@QuarkusTest
@WithStack("incident-service")
class TapsTest {

  private static final String OFFICER = "cleveland-officer-1";
  private static final String MATE = "cleveland-officer-2";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aDoubtIsNeverRefusedWhateverAPhoneSaysOfItsTime() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    UUID used = UUID.randomUUID();
    say(OFFICER, incident, "charge", "{\"charge\":\"laid\",\"tap\":\"" + used + "\"}");
    Instant now = TestClock.now();
    for (String sent :
        List.of(
            "tap=none",
            "tap=" + used,
            "at=yesterday",
            "at=1970-01-01T00:00:00Z&sentAt=" + now,
            "at=" + now + "&sentAt=" + now.minusSeconds(60),
            "at=" + now + "&sentAt=soon",
            "at=1970-01-01T00:00:00Z")) {
      scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
      scene(MATE, incident, "scene-safe/revocation?" + sent, "{}").statusCode(204);
      assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
          .as(sent)
          .isEqualTo("not-safe");
    }
    scene("windsor-officer-1", incident, "scene-safe/revocation?at=yesterday", "{}")
        .statusCode(404);
  }

  @Test
  void aSafeTappedBeforeTheCallWasClosedDoesNotCountAfterIt() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-cleveland", report);
    Instant phone = Instant.parse("2040-01-01T00:00:00Z");
    scene(OFFICER, incident, "worker-wanted", "{\"help\":\"on-site\"}").statusCode(204);
    TestClock.advance(Duration.ofMinutes(3));
    Doors.post(
            "cad-cleveland",
            report.deepCopy().put("status", "closed").put("asOf", TestClock.now().toString()))
        .then()
        .statusCode(200);
    TestClock.advance(Duration.ofMinutes(1));
    String kept = "{\"suspect\":\"left\",\"at\":\"%s\",\"sentAt\":\"%s\",\"age\":200000}";
    scene(OFFICER, incident, "scene-safe", kept.formatted(phone, phone.plusSeconds(200)))
        .statusCode(409)
        .body("type", equalTo("https://warmhandoff.org/problems/overtaken"));
    assertThat(Doors.toldTypes(incident))
        .as("the wish ended with the call")
        .containsExactly(
            "incident-reported", "worker-wanted", "incident-updated", "officers-cleared");
    as(Tokens.client("operator"))
        .get("/api/v1/trace/" + incident)
        .then()
        .body("find { it.what == 'said:officers-cleared' }.detail.by", equalTo("source"));
  }

  @Test
  void aClosingThatComesAfterTheCallWasOpenedAgainEndsWhatWasSaidBeforeIt() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-cleveland", report);
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    TestClock.advance(Duration.ofMinutes(1));
    Instant closed = TestClock.now();
    TestClock.advance(Duration.ofMinutes(1));
    ObjectNode open = report.deepCopy().put("priority", 2);
    Doors.post("cad-cleveland", open.put("asOf", TestClock.now().toString()))
        .then()
        .statusCode(200);
    ObjectNode late = report.deepCopy().put("status", "closed").put("asOf", closed.toString());
    Doors.post("cad-cleveland", late).then().statusCode(200);
    assertThat(Doors.incident(OFFICER, incident).path("scene").path("state").asText())
        .isEqualTo("cleared");
  }

  @Test
  void doubtAndConfirmationAreRecordedThoughTheyChangeNothing() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    scene(OFFICER, incident, "scene-safe/revocation", "{}").statusCode(204);
    TestClock.advance(Duration.ofSeconds(30));
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    TestClock.advance(Duration.ofSeconds(30));
    scene(MATE, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    assertThat(Doors.toldTypes(incident))
        .containsExactly("incident-reported", "scene-declared-safe");
    assertThat(Doors.SQL.count("select count(*) from scene_fact where incident = ?", incident))
        .isEqualTo(3);
  }

  @Test
  void aClockThatWasSetWhileATapWasKeptMakesNoOldSafeFresh() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    Instant phone = TestClock.now().minusSeconds(240);
    String kept = "{\"suspect\":\"left\",\"at\":\"%s\",\"sentAt\":\"%s\",\"age\":%d}";
    scene(OFFICER, incident, "scene-safe", kept.formatted(phone, phone.plusSeconds(240), 840_000))
        .statusCode(422)
        .body("type", equalTo("https://warmhandoff.org/problems/stale-tap"));
    refused(
        incident, "scene-safe", kept.formatted(phone, phone.plusSeconds(240), -1), 422, "invalid");
    scene(OFFICER, incident, "scene-safe", kept.formatted(phone, phone.plusSeconds(240), 239_000))
        .statusCode(204);
  }

  @Test
  void aWordOfAnAgeNobodyKnowsIsOlderThanWhatIsKnown() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    Instant phone = TestClock.now();
    String back = ",\"at\":\"%s\",\"sentAt\":\"%s\"".formatted(phone, phone.minusSeconds(1));
    say(MATE, incident, "charge", "{\"charge\":\"none\"" + back + "}");
    assertThat(Doors.incident(OFFICER, incident).path("facts").path("charge").asText())
        .as("nothing else is known")
        .isEqualTo("NONE");
    say(OFFICER, incident, "charge", "{\"charge\":\"laid\"}");
    say(MATE, incident, "charge", "{\"charge\":\"none\"" + back + "}");
    assertThat(Doors.incident(OFFICER, incident).path("facts").path("charge").asText())
        .isEqualTo("LAID");
    scene(OFFICER, incident, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    String clear = "clear?at=" + phone + "&sentAt=" + phone.minusSeconds(1);
    scene(MATE, incident, clear, "{}").statusCode(409);
    scene(OFFICER, incident, "clear", "{}").statusCode(204);
    scene(MATE, incident, "worker-wanted", "{\"help\":\"on-site\"" + back + "}").statusCode(409);
  }

  @Test
  void tapsAreForgottenOnceNothingCanBeSentAgain() {
    UUID incident = reported("cad-cleveland", report(newNumber()));
    UUID old = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    for (UUID tap : List.of(old, young)) {
      say(OFFICER, incident, "charge", "{\"charge\":\"laid\",\"tap\":\"" + tap + "\"}");
    }
    Doors.SQL.run(
        "update tap set recorded_at = clock_timestamp() - interval '15 days' where id = ?", old);
    Doors.SQL.run(
        "update tap set recorded_at = clock_timestamp() - interval '13 days' where id = ?", young);
    Sql app = Sql.as("incident", "incident_app");
    assertThatThrownBy(() -> app.run("delete from tap"))
        .hasStackTraceContaining("permission denied");
    app.rows("select forget_old_taps()");
    assertThat(Doors.SQL.count("select count(*) from tap where id = ?", old)).isZero();
    assertThat(Doors.SQL.count("select count(*) from tap where id = ?", young)).isOne();
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
