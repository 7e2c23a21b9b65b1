package org.warmhandoff.notification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** A program is changed beside the one in force, tried on last week, and then published. */
@QuarkusTest
@WithStack("notification-service")
class ProgramDraftTest {

  private static final String WORKER = "outreach-worker-2";

  private final Town town = new Town();

  private ValidatableResponse draft(ObjectNode program) {
    return Town.administrator().body(program.toString()).put(at("/draft")).then();
  }

  private String at(String what) {
    return "/api/v1/programs/" + town.code("p") + what;
  }

  private ObjectNode inForce() {
    ObjectNode program = town.program("p", "virtual", "worker-wanted", "hiatus-supervisor");
    town.put("p", program).statusCode(200);
    return program;
  }

  @Test
  void aDraftIsTriedOnLastWeekAndPublishedAndWhoIsHelpedAlreadyKeepsTheirVersion() {
    ObjectNode program = inForce();
    town.onDuty("p", WORKER);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));

    program.withObject("/eligible").put("charge", "laid");
    draft(program).statusCode(200).body("draftedFrom", equalTo(1));
    Town.administrator()
        .post(at("/draft/preview"))
        .then()
        .statusCode(200)
        .body("incidents", equalTo(1))
        .body("cut", equalTo(false))
        .body("inForce.started", equalTo(1))
        .body("inForce.onDuty", equalTo(1))
        .body("drafted.started", equalTo(0))
        .body("differing.incident", contains(ShownId.of(incident)))
        .body("differing[0].drafted.code", equalTo("charge-undecided"));
    Town.administrator()
        .post(at("/draft/publication"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    Town.administrator().get(at("/draft")).then().statusCode(404);
    Town.administrator()
        .get(at("/history"))
        .then()
        .statusCode(200)
        .body("what", contains("published", "drafted", "put"))
        .body("version", contains(equalTo(2), nullValue(), equalTo(1)))
        .body("[0].fields", contains("eligible"))
        .body("[2].fields", hasItem("windows"));
    assertEquals(
        1L,
        Town.SQL.count(
            "select count(*) from assignment where id = ? and ladder -> 0 ->> 'version' = '1'",
            assignment),
        "an assignment keeps the version it was opened under");
    assertEquals("paged", Town.state(incident));
  }

  @Test
  void aPreviewKnowsWhoWasAway() {
    ObjectNode program = inForce();
    town.onDuty("p", WORKER);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.told(incident, "assignment-opened");
    draft(program).statusCode(200);
    previewed().body("drafted.onDuty", equalTo(1));
    String leave = "/api/v1/leave/" + UUID.randomUUID();
    Instant now = TestClock.now();
    Town.administrator()
        .body(
            "{\"staff\":\"%s\",\"starts\":\"%s\",\"ends\":\"%s\"}"
                .formatted(
                    Tokens.staffIdOf(WORKER),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(1))))
        .put(leave)
        .then()
        .statusCode(204);
    try {
      previewed().body("drafted.inWindow", equalTo(1)).body("drafted.onDuty", equalTo(0));
    } finally {
      Town.administrator().delete(leave).then().statusCode(204);
    }
  }

  private ValidatableResponse previewed() {
    return Town.administrator().post(at("/draft/preview")).then().statusCode(200);
  }

  @Test
  void aDraftOfAVersionThatIsNoLongerInForceIsNotPublished() {
    ObjectNode program = inForce();
    program.put("answerWithin", "PT4M");
    draft(program).statusCode(200);
    program.put("answerWithin", "PT5M");
    town.put("p", program).statusCode(200).body("version", equalTo(2));
    Town.administrator()
        .post(at("/draft/publication"))
        .then()
        .statusCode(409)
        .contentType("application/problem+json");
    Town.administrator().delete(at("/draft")).then().statusCode(204);
    Town.administrator().delete(at("/draft")).then().statusCode(404);
    Town.administrator().get(at("/history")).then().body("[0].what", equalTo("discarded"));
  }

  @Test
  void whatCannotBePutIntoForceIsNoDraftEither() {
    ObjectNode program = inForce();
    program.put("responseTarget", "soon");
    draft(program).statusCode(422).body("pointer", equalTo("/responseTarget"));
    program.put("responseTarget", "PT20M").put("helpLine", "ask the desk");
    draft(program).statusCode(422).body("pointer", equalTo("/helpLine"));
    program.put("helpLine", "519-723-2711").putArray("crewRoles").add("nurse").add("officer");
    draft(program).statusCode(422).body("pointer", equalTo("/crewRoles"));
  }

  @Test
  void aSeventhProgramOfANewKindPagesItsCrewWithNoCode() {
    ObjectNode program =
        town.program("p", "on-site", "scene-safe-and-worker-wanted", "hiatus-supervisor");
    program.put("name", "Nurse Police Team").put("staffing", "crew-of-two");
    program.putArray("crewRoles").add("nurse").add("officer");
    program.putObject("eligible").put("domestic", "any").put("asked", "yes");
    draft(program).statusCode(200).body("draftedFrom", equalTo(0));
    Town.administrator().post(at("/draft/publication")).then().statusCode(200);
    Town.skills("car-worker-3", "nurse");
    Town.skills("car-worker-4", "officer");
    town.onDuty("p", "car-worker-3", "car-worker-4");
    UUID incident = town.reportLive();
    town.safe(incident);
    town.wanted(incident, Help.ON_SITE);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    Town.eventually(
        () -> Town.SQL.count("select count(*) from page where assignment = ?", assignment) == 2);
    Town.skills("car-worker-3");
    Town.skills("car-worker-4");
  }
}
