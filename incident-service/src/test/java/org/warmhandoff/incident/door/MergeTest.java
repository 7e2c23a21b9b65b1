package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Incidents that become one, or two again, by what their sources say; and what is told of it. */
@QuarkusTest
@WithStack("incident-service")
class MergeTest {

  private static final String CAD = "cad-windsor";
  private static final String OFFICER = "windsor-officer-1";

  private final String numberA = newNumber();
  private final String numberB = newNumber();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void whatOfficersSayAtAMergedIncidentIsTakenAtTheOneThatGoesOn() {
    UUID a = reported(CAD, report(numberA));
    UUID b = reported(CAD, report(numberB));
    tap(a, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    tap(a, "worker-wanted", "{\"help\":\"on-site\"}").statusCode(204);
    again(numberA, report -> report.put("mergedInto", numberB));
    JsonNode told = json(Doors.told("incident.events.v1", "incident-merged", a).body());
    assertThat(told.path("into").asText()).isEqualTo(b.toString());

    JsonNode here = Doors.incident(OFFICER, b);
    assertThat(here.path("scene").path("state").asText()).isEqualTo("safe");
    assertThat(here.path("scene").path("workerWanted").asText()).isEqualTo("ON_SITE");
    assertThat(here.path("facts").path("parties")).hasSize(4);
    assertThat(here.path("belongs").path("oneWith").get(0).asText()).isEqualTo(a.toString());
    assertThat(Doors.incident(OFFICER, a).path("belongs").path("mergedInto").asText())
        .isEqualTo(b.toString());

    tap(a, "scene-safe/revocation", "{}")
        .statusCode(204)
        .header("Content-Location", "/incident/api/v1/incidents/" + b);
    assertThat(json(Doors.told("incident.events.v1", "scene-safety-revoked", b).body()))
        .isNotNull();
    Browser officer = Doors.browser(OFFICER);
    assertThat(officer.get("/scene/" + a).body()).contains(numberB).doesNotContain(numberA);
    assertThat(officer.get("/scene").body()).contains(numberB).doesNotContain(numberA);
  }

  @Test
  void whoIsInOneOfThemIsToldOfTheOneThatGoesOnAndWhoIsKeptOutOfOneIsKeptOutOfAll() {
    UUID officer = Tokens.staffIdOf("windsor-officer-2");
    ObjectNode naming = report(numberA);
    ((ObjectNode) naming.path("persons").get(1)).put("staffId", officer.toString());
    UUID a = reported(CAD, naming);
    UUID b = reported(CAD, report(numberB).<ObjectNode>set("replaces", list(numberA)));
    Records.await(
        "incident.events.v1",
        Doors.PATIENCE,
        record ->
            b.toString().equals(record.headers().get("ce_subject"))
                && json(record.body()).path("facts").path("parties").size() == 4
                && record.body().contains(officer.toString()));
    for (UUID incident : List.of(a, b)) {
      as(Tokens.of("windsor-officer-2"))
          .get("/api/v1/incidents/" + incident)
          .then()
          .statusCode(404);
    }
    // A's own CAD goes on speaking of A, and closes A alone.
    again(numberA, report -> report.put("status", "closed"));
    assertThat(Doors.incident(OFFICER, b).path("facts").path("status").asText())
        .isEqualTo("ACTIVE");
    assertThat(Doors.toldTypes(a)).doesNotContain("incident-separated");
  }

  @Test
  void whatIsNoLongerSaidIsTakenBackAndNoSceneIsSafeByInheritance() {
    UUID b = reported(CAD, report(numberB));
    UUID a = reported(CAD, report(numberA).put("mergedInto", numberB));
    Doors.told("incident.events.v1", "incident-merged", a);
    tap(b, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    again(numberA, report -> report.put("priority", 2));
    JsonNode told = json(Doors.told("incident.events.v1", "incident-separated", a).body());
    assertThat(told.path("from").asText()).isEqualTo(b.toString());
    Doors.told("incident.events.v1", "scene-safety-revoked", a);
    assertThat(Doors.toldTypes(a))
        .startsWith(
            "incident-reported",
            "incident-merged",
            "incident-updated",
            "incident-separated",
            "scene-safety-revoked");
    JsonNode alone = Doors.incident(OFFICER, a);
    assertThat(alone.path("scene").path("state").asText()).isEqualTo("not-safe");
    assertThat(alone.has("belongs")).isFalse();
    assertThat(Doors.incident(OFFICER, b).path("scene").path("state").asText()).isEqualTo("safe");
    assertThat(Doors.incident(OFFICER, b).path("facts").path("parties")).hasSize(2);
  }

  @Test
  void aReopenedIncidentStandsOnItsOwnThoughTheOtherStillSaysItReplacesIt() {
    UUID a = reported(CAD, report(numberA).put("status", "closed"));
    reported(CAD, report(numberB).<ObjectNode>set("replaces", list(numberA)));
    Doors.told("incident.events.v1", "incident-merged", a);
    again(numberA, report -> report.put("status", "active"));
    Doors.told("incident.events.v1", "incident-separated", a);
    again(numberB, report -> report.put("priority", 4).set("replaces", list(numberA)));
    again(numberA, report -> report.put("status", "closed"));
    settled(a);
    assertThat(Doors.toldTypes(a).stream().filter("incident-merged"::equals)).hasSize(1);
  }

  @Test
  void aNumberNobodyReportedYetWaitsForItsIncident() {
    ObjectNode early = report(numberA).put("mergedInto", numberB).put("splitFrom", numberB + "s");
    UUID a = reported(CAD, early.set("linkedTo", list(numberB + "l")));
    assertThat(Doors.toldTypes(a)).containsExactly("incident-reported");
    UUID split = reported(CAD, report(numberB + "s"));
    UUID linked = reported(CAD, report(numberB + "l"));
    UUID b = reported(CAD, report(numberB));
    assertThat(told(a, "incident-merged", "into")).isEqualTo(b);
    assertThat(told(a, "incident-split", "from")).isEqualTo(split);
    assertThat(told(a, "incident-linked", "other")).isEqualTo(linked);
  }

  @Test
  void aPairIsLinkedOnceAndUnlinkedOnceNeitherSaysSo() {
    UUID a = reported(CAD, report(numberA));
    UUID b = reported(CAD, report(numberB).<ObjectNode>set("linkedTo", list(numberA)));
    assertThat(told(b, "incident-linked", "other")).isEqualTo(a);
    again(numberA, report -> report.set("linkedTo", list(numberB)));
    again(numberB, report -> report.put("priority", 3));
    settled(a);
    settled(b);
    assertThat(Doors.toldTypes(a)).doesNotContain("incident-linked", "incident-unlinked");
    assertThat(Doors.toldTypes(b)).doesNotContain("incident-unlinked");
    again(numberA, report -> report.put("priority", 3));
    assertThat(told(b, "incident-unlinked", "other")).isEqualTo(a);
  }

  @Test
  void aDuplicateThatIsClosedTurnsNobodyBack() {
    UUID b = reported(CAD, report(numberB));
    UUID a = reported(CAD, report(numberA));
    tap(a, "scene-safe", "{\"suspect\":\"left\"}").statusCode(204);
    again(numberA, report -> report.put("status", "closed").put("mergedInto", numberB));
    Doors.told("incident.events.v1", "incident-merged", a);
    assertThat(Doors.toldTypes(a)).doesNotContain("officers-cleared");
    assertThat(Doors.incident(OFFICER, b).path("scene").path("state").asText()).isEqualTo("safe");
  }

  @Test
  void itselfACircleAndADrillAreFlaggedAndNeverApplied() {
    Doors.post(CAD, report(numberA).put("mergedInto", numberA))
        .then()
        .statusCode(201)
        .body("flags", org.hamcrest.Matchers.hasItem("own-number"));
    again(numberA, report -> report.put("mergedInto", numberB));
    UUID b = reported(CAD, report(numberB).put("mergedInto", numberA));
    flagged(b, "in-a-circle");
    UUID drill = reported(CAD, report(newNumber()).put("test", true).put("mergedInto", numberB));
    flagged(drill, "drill-and-real");
    assertThat(Doors.toldTypes(b)).doesNotContain("incident-merged");
    assertThat(Doors.toldTypes(drill)).containsExactly("incident-reported");
  }

  @Test
  void everyPublishedExampleIsTaken() throws Exception {
    for (String example :
        List.of("domestic", "closed", "second-call", "merged", "split", "linked")) {
      String eido =
          Files.readString(Path.of("../docs/examples/eido-" + example + ".json"))
              .replace(":demo-police.example", ":" + numberA + ".demo-police.example");
      int status =
          as(Tokens.client(CAD))
              .contentType("application/emergency.eido+json")
              .body(eido.getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .post("/api/v1/incidents")
              .statusCode();
      assertThat(status)
          .as(example)
          .isEqualTo(example.equals("closed") || example.equals("merged") ? 200 : 201);
    }
    UUID second = byNumber("urn:emergency:uid:incidentid:e7c2b19d004:%s.demo-police.example");
    UUID domestic = byNumber("urn:emergency:uid:incidentid:d5a1f03b77c:%s.demo-police.example");
    assertThat(told(second, "incident-merged", "into")).isEqualTo(domestic);
    UUID split = byNumber("urn:emergency:uid:incidentid:f1b8c40e935:%s.demo-police.example");
    assertThat(told(split, "incident-split", "from")).isEqualTo(domestic);
    UUID linked = byNumber("urn:emergency:uid:incidentid:a90d6617be2:%s.demo-police.example");
    assertThat(told(linked, "incident-linked", "other")).isEqualTo(domestic);
  }

  private UUID byNumber(String number) {
    return (UUID)
        Objects.requireNonNull(
            Doors.SQL
                .rows("select id from incident where external_id = ?", number.formatted(numberA))
                .getFirst()
                .get("id"));
  }

  private static UUID told(UUID incident, String type, String field) {
    return UUID.fromString(
        json(Doors.told("incident.events.v1", type, incident).body()).path(field).asText());
  }

  /** Posts the next state of an incident, a second later than the last. */
  private static void again(String number, java.util.function.Consumer<ObjectNode> change) {
    TestClock.advance(java.time.Duration.ofSeconds(1));
    ObjectNode report = report(number);
    change.accept(report);
    Doors.post(CAD, report).then().statusCode(200);
  }

  private static void settled(UUID incident) {
    Told.eventually(
        () ->
            Doors.SQL.count("select count(*) from incident_to_settle where incident = ?", incident)
                == 0);
  }

  private static void flagged(UUID incident, String code) {
    Told.eventually(
        () ->
            Doors.SQL.count(
                    "select count(*) from intake_flag where incident = ? and code = ?",
                    incident,
                    code)
                == 1);
  }

  private static com.fasterxml.jackson.databind.node.ArrayNode list(String... numbers) {
    com.fasterxml.jackson.databind.node.ArrayNode list = Doors.JSON.createArrayNode();
    List.of(numbers).forEach(list::add);
    return list;
  }

  private static ValidatableResponse tap(UUID incident, String what, String body) {
    return as(Tokens.of(OFFICER))
        .body(body)
        .post("/api/v1/incidents/" + incident + "/" + what)
        .then();
  }
}
