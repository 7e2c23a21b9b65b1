package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.Raising.accepted;
import static org.warmhandoff.notification.Raising.acknowledge;
import static org.warmhandoff.notification.Raising.advised;
import static org.warmhandoff.notification.Raising.alerts;
import static org.warmhandoff.notification.Raising.danger;
import static org.warmhandoff.notification.Raising.incident;
import static org.warmhandoff.notification.Raising.judge;
import static org.warmhandoff.notification.Raising.judged;
import static org.warmhandoff.notification.Raising.settle;
import static org.warmhandoff.notification.Raising.waiting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whom an alert reaches: never another agency with its word, never a party, and never nobody. */
@QuarkusTest
@WithStack("notification-service")
class AlertAudienceTest {
  private final CallsInHand calls = new CallsInHand();
  private final Town town = calls.town;

  @AfterEach
  void goOn() {
    TestClock.run();
    Raising.end(town.name);
  }

  /** Two rungs of two agencies: the lower one's worker has it in hand. */
  @Test
  void theRungAboveIsToldToCallAndNeitherTheWordNorTheAgency() {
    UUID assignment = calls.onLowerRung();
    Raising.freeze();
    UUID alert = danger("hiatus-worker-1", assignment, "self-harm", 200);
    assertEquals(alert.toString(), judged("hiatus-supervisor").getFirst().get("id"));
    assertEquals(List.of(), judged("onscene-supervisor-1"));
    judge("onscene-supervisor-1", alert, "not-approved", 404);
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("hiatus-supervisor").contains(alert.toString()));
    assertEquals("self-harm", alerts("hiatus-supervisor").getString("toAcknowledge[0].code"));
    assertEquals(
        town.code("low"), alerts("hiatus-supervisor").getString("toAcknowledge[0].program"));
    assertEquals(List.of(), waiting("onscene-supervisor-1"));
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("onscene-supervisor-1").contains(alert.toString()));
    JsonPath above = alerts("onscene-supervisor-1");
    assertNull(above.getString("toAcknowledge[0].code"));
    assertNull(above.getString("toAcknowledge[0].program"));
    assertFalse(above.prettify().contains(town.code("low")), above.prettify());
    assertEquals(List.of(), above.getList("toJudge"));
    String page = Town.browser("onscene-supervisor-1", "en").get("/alerts").body();
    assertTrue(page.contains("Police have not answered yet"), page);
    assertFalse(page.contains("Self-harm"), page);
    assertFalse(page.contains(town.code("low")), page);
    judge("hiatus-supervisor", alert, "approved", 204);
  }

  /** An alert of the upper rung goes to its own supervisors alone. */
  @Test
  void theRungBelowLearnsNothing() {
    UUID assignment = calls.onUpperRung("onscene-worker-1");
    UUID alert = danger("onscene-worker-1", assignment, "weapon", 200);
    assertEquals(List.of(), judged("hiatus-supervisor"));
    judge("hiatus-supervisor", alert, "not-approved", 404);
    judge("onscene-supervisor-1", alert, "approved", 204);
  }

  @Test
  void whoWasToldAndIsNamedAsAPartyAfterwardsCanEndNothing() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor", "hiatus-supervisor");
    Raising.freeze();
    UUID alert = danger("control-worker-1", assignment, "weapon", 200);
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("control-supervisor").contains(alert.toString()));
    calls.name(incident(assignment), "control-supervisor");
    // at once, and not when their two minutes are over
    Town.eventually(() -> waiting("hiatus-supervisor").contains(alert.toString()));
    assertEquals(List.of(), waiting("control-supervisor"));
    acknowledge("control-supervisor", alert, 404);
    assertEquals(List.of(), judged("control-supervisor"));
    judge("control-supervisor", alert, "approved", 404);
    assertTrue(
        Town.browser("control-supervisor", "en")
            .get("/duty")
            .body()
            .contains("href=\"/notification/alerts\">Alerts<"));
    acknowledge("hiatus-supervisor", alert, 204);
  }

  @Test
  void aWorkerWhoBecameAPartyLearnsOfNoReviewAndRaisesNothing() {
    UUID hers = calls.virtual("hiatus-worker-2");
    UUID incident = incident(hers);
    UUID other = calls.alsoHers(incident);
    danger("control-worker-2", other, "threat-now", 200);
    String review = alerts("hiatus-worker-2").getString("toReview[0].id");
    assertEquals(1, alerts("hiatus-worker-2").getList("toReview").size());
    calls.name(incident, "hiatus-worker-2");
    Town.eventually(() -> alerts("hiatus-worker-2").getList("toReview").isEmpty());
    Browser worker = Town.browser("hiatus-worker-2", "en");
    assertFalse(worker.get("/alerts").body().contains("safety plan"));
    assertEquals(
        404, worker.post("/alerts/plan-reviews/" + review + "/done", Map.of()).statusCode());
    danger("hiatus-worker-2", hers, "weapon", 404);
  }

  /** The program was put anew between the call and the danger; its first supervisor has left. */
  @Test
  void theSupervisorsOfTodayAreTold() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor");
    town.put("c", town.program("c", "control-room", "incident-open", "hiatus-supervisor"))
        .statusCode(200);
    Raising.freeze();
    UUID alert = danger("control-worker-1", assignment, "threat-now", 200);
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("hiatus-supervisor").contains(alert.toString()));
    assertEquals(List.of(), waiting("control-supervisor"));
    assertEquals(alert.toString(), judged("hiatus-supervisor").getFirst().get("id"));
    assertEquals(List.of(), judged("control-supervisor"));
  }

  @Test
  void whereNobodyCanBeToldTheBoardShowsIt() {
    Town windsor = new Town("windsor");
    ObjectNode program = windsor.program("u", "virtual", "worker-wanted");
    // whoever answered for it has left
    program.putArray("supervisors").add(UUID.randomUUID().toString());
    windsor.put("u", program).statusCode(200);
    windsor.onDuty("u", "hiatus-worker-4");
    UUID incident = windsor.reportLive();
    windsor.wanted(incident, Help.VIRTUAL);
    UUID assignment = accepted("hiatus-worker-4", incident, windsor.code("u"));
    Raising.freeze();
    UUID alert = danger("hiatus-worker-4", assignment, "medical", 200);
    try {
      Browser dispatcher = Town.browser("windsor-dispatcher", "en");
      String board = dispatcher.get("/board").body();
      assertTrue(board.contains("/incident/advisories"), board);
      assertTrue(board.contains("Someone needs a doctor"), board);
      assertFalse(board.contains("No supervisor can be reached"), board);
      TestClock.advance(Duration.ofMinutes(2));
      Town.eventually(
          () -> dispatcher.get("/board").body().contains("No supervisor can be reached"));
      assertEquals("30", dispatcher.get("/board").headers().firstValue("Refresh").orElse(""));
    } finally {
      Town.SQL.run(
          "update alert set due_at = null, acknowledged_at = now(), verdict = 'APPROVED'"
              + " where id = ?",
          alert);
      Town.SQL.run("delete from hold where assignment = ?", assignment);
    }
  }

  /** Two supervisors: a round is over after four minutes, and both still see it and may answer. */
  @Test
  void whoeverWasToldMayAnswerWhenTheRoundHasTurned() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor", "hiatus-supervisor");
    Raising.freeze();
    UUID alert = danger("control-worker-1", assignment, "weapon", 200);
    for (String next : List.of("control-supervisor", "hiatus-supervisor")) {
      TestClock.advance(Duration.ofMinutes(2));
      Town.eventually(() -> waiting(next).contains(alert.toString()));
    }
    assertEquals(List.of(alert.toString()), waiting("control-supervisor"));
    TestClock.advance(Duration.ofSeconds(130));
    settle();
    assertEquals(List.of(alert.toString()), waiting("hiatus-supervisor"));
    acknowledge("hiatus-supervisor", alert, 204);
    assertEquals(List.of(), waiting("control-supervisor"));
    // police learn that somebody has it in hand, and not who
    Records.Found told = Town.advised(incident(assignment), "alert-answered");
    assertEquals(alert.toString(), JsonPath.from(told.body()).getString("advisory"));
    assertFalse(
        (told.body() + told.headers()).contains(Tokens.staffIdOf("hiatus-supervisor").toString()));
  }

  /** A program with one supervisor who raises it: her own tap must not end it. */
  @Test
  void whoRaisedItIsNeverTheNextName() {
    UUID assignment = calls.control("control-worker-1", "control-worker-1", "hiatus-supervisor");
    Raising.freeze();
    UUID alert = danger("control-worker-1", assignment, "weapon", 200);
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("hiatus-supervisor").contains(alert.toString()));
    TestClock.advance(Duration.ofMinutes(2));
    settle();
    assertEquals(List.of(), waiting("control-worker-1"));
    assertEquals(List.of(alert.toString()), waiting("hiatus-supervisor"));
  }

  /** The worker is called back when the call is long over. */
  @Test
  void whatIsOverStillHasTheButton() {
    UUID assignment = calls.virtual("hiatus-worker-1");
    Browser worker = Town.browser("hiatus-worker-1", "en");
    worker.get("/duty");
    worker.post("/duty/" + assignment + "/contact", Map.of());
    String over =
        worker.post("/duty/" + assignment + "/conclusion", Map.of("outcome", "declined")).body();
    assertTrue(over.contains("This page is over"), over);
    assertTrue(over.contains("Somebody is in danger now"), over);
    assertTrue(worker.get("/alerts").body().contains("/duty/" + assignment));
    String other = Town.browser("hiatus-worker-3", "en").get("/duty/" + assignment).body();
    assertFalse(other.contains("Somebody is in danger now"), other);
    String raised =
        worker
            .post(
                "/alerts/assignments/" + assignment + "/imminent-danger",
                Map.of("danger", "threat-now"))
            .body();
    assertTrue(raised.contains("A threat, now"), raised);
    assertEquals(
        "org.warmhandoff.imminent-danger.v1",
        advised(UUID.fromString(alerts("hiatus-worker-1").getString("raised[0].id")))
            .header("ce_type"));
  }
}
