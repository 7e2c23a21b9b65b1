package org.warmhandoff.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Facts in by Kafka, pages and answers over HTTP, events out by Kafka, on the real stack. */
@QuarkusTest
@WithStack("notification-service")
class RoutingDoorTest {

  private final Town town = new Town();

  @BeforeEach
  void open() {
    town.put(
            "scene",
            town.program(
                "scene",
                "on-site",
                "scene-safe-and-worker-wanted",
                "onscene-supervisor-1",
                "onscene-supervisor-2"))
        .statusCode(200)
        .body("version", equalTo(1));
    town.register("onscene-supervisor-1");
    town.register("onscene-supervisor-2");
  }

  @Test
  void theOfficersFactsPageAWorkerAndTheWalkGoesToItsEnd() {
    town.onDuty("scene", "onscene-worker-1");
    String worker = Tokens.of("onscene-worker-1");
    UUID incident = town.reportLive();
    Records.Found weighed = Town.told(incident, "programs-weighed");
    assertEquals(incident.toString(), weighed.header("ce_subject"));
    assertEquals("1", weighed.header("ce_aggregateversion"));
    town.wanted(incident, Help.ON_SITE);
    Records.Found cause = town.safe(incident);

    Records.Found page = Town.told(incident, "worker-paged");
    UUID assignment = Town.assignment(page);
    assertEquals(incident.toString(), page.key());
    assertEquals(assignment.toString(), page.header("ce_subject"));
    assertEquals("2", page.header("ce_aggregateversion"));
    assertEquals(incident.toString(), page.header("ce_correlationid"));
    assertEquals(cause.header("ce_id"), page.header("ce_causationid"));
    assertEquals(town.name, page.header("ce_policeservice"));
    JsonPath body = JsonPath.from(page.body());
    assertEquals(0, body.getInt("rung"));
    assertEquals(1, body.getInt("attempt"));

    Town.as(worker)
        .get("/api/v1/pages")
        .then()
        .statusCode(200)
        .body("find { it.assignment == '%s' }.state".formatted(assignment), equalTo("paged"))
        .body("find { it.assignment == '%s' }.scene".formatted(assignment), equalTo("safe"));
    answer(worker, assignment, "acceptance", 204);
    answer(worker, assignment, "acceptance", 204);
    answer(worker, assignment, "arrival", 204);
    answer(worker, assignment, "contact", 204);
    Town.as(worker)
        .body("{\"outcome\":\"referred\"}")
        .post("/api/v1/assignments/" + assignment + "/conclusion")
        .then()
        .statusCode(204);
    Records.Found end = Town.told(incident, "assignment-concluded");
    assertEquals("6", end.header("ce_aggregateversion"));
    assertEquals(
        List.of(
            "programs-weighed",
            "assignment-opened",
            "worker-paged",
            "page-accepted",
            "worker-arrived",
            "contact-made",
            "assignment-concluded"),
        Town.everythingTold(incident));
    assertEquals("1", Town.advised(incident, "help-assigned").header("ce_aggregateversion"));
    assertEquals("2", Town.advised(incident, "help-arrived").header("ce_aggregateversion"));
    assertEquals("3", Town.advised(incident, "help-ended").header("ce_aggregateversion"));
    Town.as(worker)
        .get("/api/v1/pages")
        .then()
        .body("assignment", not(hasItem(assignment.toString())));
    assertEquals(0, Town.SQL.count("select count(*) from hold where assignment = ?", assignment));
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from page where assignment = ? and ending = 'accepted'"
                + " and caused_at <= offered_at",
            assignment));
    String metrics = RestAssured.get("/q/metrics").asString();
    assertTrue(metrics.contains("handoff_trigger_to_page_seconds_bucket"), "the bar is metered");
  }

  private static void answer(String token, UUID assignment, String what, int status) {
    Town.as(token).post("/api/v1/assignments/" + assignment + "/" + what).then().statusCode(status);
  }

  @Test
  void theSameFactAgainPagesOnce() {
    town.onDuty("scene", "onscene-worker-2", "onscene-worker-3");
    UUID incident = town.reportLive();
    town.wanted(incident, Help.ON_SITE);
    Records.Found fact = town.safe(incident);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    Town.again(fact);
    Town.again(fact);
    // a later fact of the same key tells that both were read
    town.wanted(incident, Help.ON_SITE);
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from routing where incident = ? and (view ->> 'mark')::int = 4",
                    incident)
                == 1);
    assertEquals(1, Town.SQL.count("select count(*) from page where assignment = ?", assignment));
    assertEquals(1, Town.everythingTold(incident).stream().filter("worker-paged"::equals).count());
  }

  @Test
  void silenceMovesOnWithTheClockAndALateAnswerIsRefused() {
    town.onDuty("scene", "onscene-worker-4", "onscene-worker-5");
    UUID incident = town.reportLive();
    town.wanted(incident, Help.ON_SITE);
    town.safe(incident);
    Records.Found first = Town.told(incident, "worker-paged");
    UUID assignment = Town.assignment(first);
    UUID asked = UUID.fromString(JsonPath.from(first.body()).getString("staff[0]"));
    boolean fourFirst = asked.equals(Tokens.staffIdOf("onscene-worker-4"));
    String silent = Tokens.of(fourFirst ? "onscene-worker-4" : "onscene-worker-5");
    String next = Tokens.of(fourFirst ? "onscene-worker-5" : "onscene-worker-4");
    answer(next, assignment, "acceptance", 404);

    TestClock.advance(Duration.ofMinutes(3));
    Town.eventually(
        () -> Town.SQL.count("select count(*) from page where assignment = ?", assignment) == 2);
    Town.as(silent)
        .post("/api/v1/assignments/" + assignment + "/acceptance")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://warmhandoff.org/problems/page-over"));
    TestClock.advance(Duration.ofMinutes(3));
    Town.told(incident, "supervisor-told");
    answer(next, assignment, "acceptance", 409);
    Town.advised(incident, "nobody-available");
    Town.as(Tokens.client("operator"))
        .get("/api/v1/flow")
        .then()
        .statusCode(200)
        .body("deadlinesDue", equalTo(0));

    String supervisor = Tokens.of("onscene-supervisor-1");
    Town.as(supervisor)
        .get("/api/v1/pages")
        .then()
        .body("find { it.assignment == '%s' }.state".formatted(assignment), equalTo("told"));
    answer(supervisor, assignment, "acknowledgement", 204);
    Town.told(incident, "supervisor-acknowledged");
    assertEquals("acknowledged", Town.state(incident));
  }

  @Test
  void historyAndDrillsAreKeptAndPageNobody() {
    town.onDuty("scene", "onscene-worker-6");
    for (Mode mode : List.of(Mode.HISTORY, Mode.TEST)) {
      UUID incident = town.report(Incidents.facts().build(), mode);
      town.tell(
          new WorkerWanted(incident, UUID.randomUUID(), TestClock.now(), Help.ON_SITE, null, null),
          mode);
      town.tell(
          new SceneDeclaredSafe(incident, UUID.randomUUID(), TestClock.now(), Suspect.LEFT), mode);
      Town.eventually(
          () ->
              Town.SQL.count(
                      "select count(*) from routing where incident = ? and mode = ?"
                          + " and (view ->> 'mark')::int = 3",
                      incident,
                      mode.name())
                  == 1);
      assertEquals("", Town.state(incident));
      assertEquals(
          mode.name().toLowerCase(Locale.ROOT),
          Town.told(incident, "programs-weighed").header("ce_mode"));
    }
  }

  @Test
  void aConsentHeardBeforeItsIncidentWaitsForIt() {
    town.put("follow", followUp()).statusCode(200);
    town.onDuty("follow", "fswe-worker-1");
    UUID incident = UUID.randomUUID();
    UUID consent = UUID.randomUUID();
    UUID her = UUID.randomUUID();
    town.send(
        Topics.CONSENT,
        consent,
        1,
        new ConsentGiven(
            consent,
            incident,
            her,
            "fswe",
            ConsentEvent.Purpose.EARLY_INTERVENTION,
            List.of(ConsentEvent.DataCategory.NAME),
            "1",
            "00",
            ConsentEvent.Form.VERBAL,
            "en",
            UUID.randomUUID(),
            false,
            Known.NO,
            List.of(),
            ConsentEvent.Urgency.ROUTINE,
            TestClock.now(),
            TestClock.now().plus(Duration.ofDays(30))),
        Mode.LIVE);
    Town.eventually(() -> Town.SQL.count("select count(*) from parked") > 0);
    assertFalse(Town.SQL.count("select count(*) from routing where incident = ?", incident) > 0);
    town.tell(
        new IncidentReported(
            incident,
            Incidents.facts()
                .charge(Charge.NONE)
                .status(Status.CLOSED)
                .parties(new Party(her, PartyRole.VICTIM))
                .receivedAt(TestClock.now())
                .build()),
        Mode.LIVE);
    Town.told(incident, "worker-paged");
  }

  private ObjectNode followUp() {
    var program = town.program("follow", "follow-up", "consent-given", "fswe-supervisor");
    program.put("kind", "follow-up").put("agency", "fswe").put("answerWithin", "PT4H");
    program.putObject("eligible").put("domestic", "yes").put("charge", "none");
    return program;
  }
}
