package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Risk screens: they hurry an incident, they are sealed, and they take nothing from anyone. */
@QuarkusTest
@WithStack("incident-service")
class ScreensTest {

  private static final String OFFICER = "windsor-officer-1";
  private static final String MATE = "windsor-officer-2";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void theRegistryIsCodes() {
    as(Tokens.of(OFFICER))
        .get("/api/v1/screens")
        .then()
        .statusCode(200)
        .body("tool", contains("lethality", "odara", "dash", "b-safer"))
        .body("items.size()", equalTo(4))
        .body("find { it.tool == 'b-safer' }.who", equalTo("named-assessor"))
        .body("find { it.tool == 'b-safer' }.mine", equalTo(false))
        .body("find { it.tool == 'odara' }.items.size()", equalTo(13));
  }

  @Test
  void aHighScreenHurriesAndALowerOneLeavesItSo() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    fill(OFFICER, incident, "{\"tool\":\"lethality\",\"answers\":{\"item-2\":\"yes\"}}")
        .statusCode(200)
        .body("band", equalTo("high"))
        .body("ground", equalTo("score"))
        .body("unanswered", equalTo(10))
        .body("kept", equalTo(true));
    fill(MATE, incident, "{\"tool\":\"lethality\",\"answers\":{\"item-2\":\"no\"}}")
        .statusCode(200)
        .body("band", equalTo("usual"));
    fill(MATE, incident, "{\"tool\":\"dash\",\"yes\":10}")
        .statusCode(200)
        .body("band", equalTo("raised"));
    JsonNode facts = Doors.incident(OFFICER, incident).path("facts");
    assertThat(facts.path("circumstances").path("urgency").asText()).isEqualTo("HIGH");
    assertThat(Doors.toldTypes(incident))
        .as("told once: the others changed nothing that is told")
        .containsExactly("incident-reported", "incident-updated");
    String told = Doors.told("incident.events.v1", "incident-updated", incident).body();
    assertThat(told).contains("\"urgency\":\"HIGH\"").doesNotContain("lethality", "item-2");
  }

  @Test
  void odaraSaysWhereItIsNotMadeForAnIncident() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    String all =
        "\"item-1\":\"yes\",\"item-2\":\"yes\",\"item-3\":\"no\",\"item-4\":\"not-answered\"";
    fill(
            OFFICER,
            incident,
            "{\"tool\":\"odara\",\"answers\":{\"inclusion-1\":\"no\",\"inclusion-2\":\"no\","
                + all
                + "}}")
        .statusCode(200)
        .body("ground", equalTo("not-included"))
        .body("score", nullValue());
    fill(OFFICER, incident, "{\"tool\":\"odara\",\"answers\":{" + all + "}}")
        .statusCode(200)
        .body("ground", equalTo("inclusion-unanswered"))
        .body("score", nullValue());
    fill(
            OFFICER,
            incident,
            "{\"tool\":\"odara\",\"answers\":{\"inclusion-2\":\"yes\"," + all + "}}")
        .statusCode(200)
        .body("ground", equalTo("score"))
        .body("score", equalTo(2))
        .body("unanswered", equalTo(10))
        .body("band", equalTo("usual"));
    assertThat(Doors.toldTypes(incident))
        .as("no band of its own, none invented")
        .containsExactly("incident-reported");
  }

  @Test
  void answersAreSealedReadByWhoeverFilledThemInAndGoWithTheVictimsKey() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID victim = Doors.person(incident, "VICTIM");
    UUID tap = UUID.randomUUID();
    String body = "{\"tool\":\"dash\",\"yes\":23,\"notAnswered\":1,\"tap\":\"" + tap + "\"}";
    UUID screen = UUID.fromString(fill(OFFICER, incident, body).extract().path("screen"));
    assertThat(UUID.fromString(fill(OFFICER, incident, body).extract().path("screen")))
        .isEqualTo(screen);
    assertThat(Doors.SQL.count("select count(*) from risk_screen where incident = ?", incident))
        .isOne();
    byte[] sealed =
        (byte[])
            Doors.SQL
                .rows("select sealed from risk_screen where id = ?", screen)
                .getFirst()
                .get("sealed");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("edition", "notAnswered");

    read(OFFICER, incident, screen)
        .statusCode(200)
        .body("content.screen.yes", equalTo(23))
        .body("content.edition", equalTo("DASH-24"));
    assertThat(
            Doors.SQL.count(
                "select count(*) from access_record where incident = ? and person = ?"
                    + " and reader = ? and fields = array['RISK_SCREEN'] and reason = 'court'",
                incident,
                victim,
                Tokens.staffIdOf(OFFICER).toString()))
        .isOne();
    read(MATE, incident, screen).statusCode(404);
    read("cleveland-officer-1", incident, screen).statusCode(404);
    read(OFFICER, reported("cad-windsor", report(newNumber())), screen).statusCode(404);

    as(Tokens.of("privacy-officer"))
        .post("/api/v1/persons/" + victim + "/erasure")
        .then()
        .statusCode(204);
    read(OFFICER, incident, screen).statusCode(410);
    fill(OFFICER, incident, "{\"tool\":\"dash\",\"yes\":1}")
        .statusCode(200)
        .body("kept", equalTo(false));
    assertThat(
            Doors.incident(OFFICER, incident)
                .path("facts")
                .path("circumstances")
                .path("urgency")
                .asText())
        .isEqualTo("HIGH");
  }

  @Test
  void ofAScreensTapNoAnswerIsKeptThatCouldBeGuessedBack() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID tap = UUID.randomUUID();
    String body =
        "{\"tool\":\"lethality\",\"tap\":\"" + tap + "\",\"answers\":{\"item-%d\":\"yes\"}}";
    UUID screen =
        UUID.fromString(fill(OFFICER, incident, body.formatted(1)).extract().path("screen"));
    fill(OFFICER, incident, body.formatted(2))
        .statusCode(409)
        .body("type", equalTo("https://warmhandoff.org/problems/tap-used"));
    UUID other = reported("cad-windsor", report(newNumber()));
    UUID tapThere = UUID.randomUUID();
    fill(OFFICER, other, body.formatted(3).replace(tap.toString(), tapThere.toString()))
        .statusCode(200);
    UUID third = UUID.randomUUID();
    fill(OFFICER, other, body.formatted(9).replace(tap.toString(), third.toString()))
        .statusCode(200);
    assertThat(
            Doors.SQL.count(
                "select count(distinct digest) from tap where id in (?, ?)", tapThere, third))
        .as("other answers, the same digest")
        .isOne();

    as(Tokens.of("privacy-officer"))
        .post("/api/v1/persons/" + Doors.person(incident, "VICTIM") + "/erasure")
        .then()
        .statusCode(204);
    fill(OFFICER, incident, body.formatted(1))
        .statusCode(200)
        .body("screen", equalTo(screen.toString()))
        .body("band", equalTo("high"));
  }

  @Test
  void whatTheInstallationSettledIsNotSealedAmongHerAnswers() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID screen =
        UUID.fromString(fill(OFFICER, incident, "{\"tool\":\"odara\"}").extract().path("screen"));
    read(OFFICER, incident, screen)
        .statusCode(200)
        .body("content.screen.items.size()", equalTo(13))
        .body("content.screen.cuts", nullValue());
  }

  @Test
  void whereNobodyIsNamedTheResultCountsAndTheAnswersAreNotKept() {
    ObjectNode report = report(newNumber());
    report.putArray("persons");
    UUID incident = reported("cad-windsor", report);
    fill(OFFICER, incident, "{\"tool\":\"lethality\",\"judged\":\"high\"}")
        .statusCode(200)
        .body("ground", equalTo("judgement"))
        .body("kept", equalTo(false));
    fill(OFFICER, incident, "{\"tool\":\"lethality\",\"victim\":\"" + UUID.randomUUID() + "\"}")
        .statusCode(422)
        .body("pointer", equalTo("/victim"));
  }

  @Test
  void aLicensedToolIsForThoseNamedForIt() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    String judged = "{\"tool\":\"b-safer\",\"judged\":\"raised\"}";
    fill(OFFICER, incident, judged)
        .statusCode(403)
        .body("type", equalTo("https://warmhandoff.org/problems/not-an-assessor"));
    name("windsor", "b-safer", List.of(Tokens.staffIdOf(OFFICER))).statusCode(204);
    name("windsor", "b-safer", List.of(Tokens.staffIdOf(OFFICER))).statusCode(204);
    fill(MATE, incident, judged).statusCode(403);
    fill(OFFICER, incident, judged)
        .statusCode(200)
        .body("band", equalTo("raised"))
        .body("score", nullValue());
    name("windsor", "b-safer", List.of()).statusCode(204);
    fill(OFFICER, incident, judged).statusCode(403);
    name("windsor", "tea-leaves", List.of()).statusCode(404);
    name("nowhere", "b-safer", List.of()).statusCode(404);
  }

  @Test
  void whatIsNoAnswerToATool() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    for (Map.Entry<String, String> wrong :
        Map.of(
                "{\"tool\":\"tea-leaves\"}", "/tool",
                "{\"tool\":\"dash\"}", "/yes",
                "{\"tool\":\"dash\",\"yes\":25}", "/yes",
                "{\"tool\":\"dash\",\"yes\":-1}", "/yes",
                "{\"tool\":\"dash\",\"yes\":20,\"notAnswered\":2147483647}", "/yes",
                "{\"tool\":\"dash\",\"yes\":1,\"answers\":{\"item-1\":\"yes\"}}", "/answers",
                "{\"tool\":\"odara\",\"judged\":\"high\"}", "/judged",
                "{\"tool\":\"lethality\",\"yes\":3}", "/yes",
                "{\"tool\":\"lethality\",\"answers\":{\"item-1\":\"perhaps\"}}", "/answers/item-1",
                "{\"tool\":\"lethality\",\"answers\":{\"item-12\":\"yes\"}}", "/answers")
            .entrySet()) {
      fill(OFFICER, incident, wrong.getKey())
          .statusCode(422)
          .body("pointer", equalTo(wrong.getValue()));
    }
    assertThat(Doors.SQL.count("select count(*) from risk_screen where incident = ?", incident))
        .isZero();
  }

  private static ValidatableResponse fill(String officer, UUID incident, String body) {
    return as(Tokens.of(officer))
        .body(body)
        .post("/api/v1/incidents/" + incident + "/screens")
        .then();
  }

  private static ValidatableResponse read(String officer, UUID incident, UUID screen) {
    return as(Tokens.of(officer))
        .body("{\"reason\":\"court\"}")
        .post("/api/v1/incidents/" + incident + "/screens/" + screen + "/reads")
        .then();
  }

  private static ValidatableResponse name(String service, String tool, List<UUID> staff) {
    return as(Tokens.client("operator"))
        .body(Map.of("staff", staff))
        .put("/api/v1/police-services/" + service + "/screens/" + tool + "/assessors")
        .then();
  }
}
