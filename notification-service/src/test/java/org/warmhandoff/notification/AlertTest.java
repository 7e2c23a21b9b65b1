package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.Raising.accepted;
import static org.warmhandoff.notification.Raising.acknowledge;
import static org.warmhandoff.notification.Raising.advised;
import static org.warmhandoff.notification.Raising.alerts;
import static org.warmhandoff.notification.Raising.danger;
import static org.warmhandoff.notification.Raising.incident;
import static org.warmhandoff.notification.Raising.judge;
import static org.warmhandoff.notification.Raising.judged;
import static org.warmhandoff.notification.Raising.post;
import static org.warmhandoff.notification.Raising.settle;
import static org.warmhandoff.notification.Raising.type;
import static org.warmhandoff.notification.Raising.waiting;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What workers tell police at once: who is told next, to the second, and what nobody learns. */
@QuarkusTest
@WithStack("notification-service")
class AlertTest {
  private final CallsInHand calls = new CallsInHand();
  private final Town town = calls.town;
  private final UUID victim = calls.victim;
  private final UUID man = UUID.randomUUID();

  @AfterEach
  void goOn() {
    TestClock.run();
    Raising.end(town.name);
  }

  @Test
  void nobodyAnswersAndOneNameAfterTheOtherIsTold() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor", "hiatus-supervisor");
    Raising.freeze();
    UUID alert = danger("control-worker-1", assignment, "weapon", 200);
    Records.Found told = advised(alert);
    assertEquals("org.warmhandoff.imminent-danger.v1", told.header("ce_type"));
    JsonPath body = JsonPath.from(told.body());
    assertEquals("WEAPON", body.getString("danger"));
    assertEquals(
        Duration.ofMinutes(2),
        Duration.between(
            Instant.parse(body.getString("at")), Instant.parse(body.getString("acknowledgeBy"))));

    TestClock.advance(Duration.ofSeconds(119));
    settle();
    assertEquals(List.of(), waiting("control-supervisor"));
    TestClock.advance(Duration.ofSeconds(1));
    Town.eventually(() -> waiting("control-supervisor").contains(alert.toString()));
    assertEquals(List.of(), waiting("hiatus-supervisor"));
    TestClock.advance(Duration.ofSeconds(119));
    settle();
    assertEquals(List.of(), waiting("hiatus-supervisor"));
    TestClock.advance(Duration.ofSeconds(1));
    Town.eventually(() -> waiting("hiatus-supervisor").contains(alert.toString()));
    TestClock.advance(Duration.ofSeconds(120));
    Town.eventually(() -> waiting("control-supervisor").contains(alert.toString()));

    acknowledge("car-supervisor", alert, 404);
    acknowledge("control-supervisor", alert, 204);
    acknowledge("control-supervisor", alert, 204);
    assertEquals(List.of(), waiting("control-supervisor"));
    TestClock.advance(Duration.ofMinutes(10));
    settle();
    assertEquals(List.of(), waiting("hiatus-supervisor"));
  }

  @Test
  void whatPoliceAcknowledgeIsPassedOnToNobody() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor", "hiatus-supervisor");
    Raising.freeze();
    UUID alert = post("control-worker-1", assignment, "faster-response", "{}", 200);
    assertEquals(alert, post("control-worker-1", assignment, "faster-response", "{}", 200));
    assertEquals("faster-response-asked-for", type(advised(alert)));
    UUID incident = incident(assignment);
    town.send(
        Topics.INCIDENT,
        alert,
        1,
        new AdvisoryAcknowledged(incident, alert, TestClock.now()),
        Mode.LIVE);
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from alert where id = ? and acknowledged_at is not null"
                        + " and acknowledged_by is null and due_at is null",
                    alert)
                == 1);
    TestClock.advance(Duration.ofMinutes(5));
    settle();
    assertEquals(List.of(), waiting("control-supervisor"));
    // answered once, it may be asked for again
    assertFalse(alert.equals(post("control-worker-1", assignment, "faster-response", "{}", 200)));
  }

  @Test
  void fasterIsForTheControlRoomWhileTheCallIsOpen() {
    UUID assignment = calls.control("control-worker-2", "control-supervisor", "hiatus-supervisor");
    post("control-worker-1", assignment, "faster-response", "{}", 404);
    UUID incident = incident(assignment);
    town.tell(
        new IncidentUpdated(
            incident, Incidents.facts().receivedAt(TestClock.now()).status(Status.CLOSED).build()),
        Mode.LIVE);
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from routing where incident = ?"
                        + " and view -> 'facts' ->> 'status' = 'CLOSED'",
                    incident)
                == 1);
    post("control-worker-2", assignment, "faster-response", "{}", 409);
    UUID elsewhere = calls.virtual("hiatus-worker-1");
    post("hiatus-worker-1", elsewhere, "faster-response", "{}", 409);
    danger("hiatus-worker-1", elsewhere, "medical", 200);
  }

  /** From the offender's side: police learn a word, the victim's worker that she must look. */
  @Test
  void anOutreachWorkersWordReachesPoliceAndTheOtherSideWithoutWhatWasSaid() {
    UUID hers = calls.virtual("hiatus-worker-2");
    UUID incident = incident(hers);
    town.put(
            "o",
            town.program("o", "outreach", "arrest-and-release", "outreach-supervisor")
                .put("audience", "alleged-offender")
                .put("kind", "follow-up"))
        .statusCode(200);
    town.onDuty("o", "outreach-worker-1");
    town.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .receivedAt(TestClock.now())
                .arrest(Known.YES)
                .released(Known.YES)
                .parties(
                    new Party(victim, PartyRole.VICTIM), new Party(man, PartyRole.ALLEGED_OFFENDER))
                .build()),
        Mode.LIVE);
    UUID his = accepted("outreach-worker-1", incident, town.code("o"));
    UUID alert = danger("outreach-worker-1", his, "threat-now", 200);
    assertEquals(alert, danger("outreach-worker-1", his, "threat-now", 200));

    Records.Found told = advised(alert);
    String all = told.body() + told.headers();
    for (String hidden :
        List.of(
            town.code("o"),
            "outreach",
            his.toString(),
            hers.toString(),
            victim.toString(),
            man.toString(),
            Tokens.staffIdOf("outreach-worker-1").toString())) {
      assertFalse(all.contains(hidden), hidden);
    }
    JsonPath review = alerts("hiatus-worker-2");
    assertEquals(1, review.getList("toReview").size());
    assertEquals(incident.toString(), review.getString("toReview[0].incident"));
    assertEquals(Set.of("id", "incident", "at", "zone"), review.getMap("toReview[0]").keySet());
    assertEquals(List.of(), review.getList("raised"));
    JsonPath raiser = alerts("outreach-worker-1");
    assertEquals(List.of(), raiser.getList("toReview"));
    assertEquals(1, raiser.getList("raised").size());
    Browser page = Town.browser("hiatus-worker-2", "en");
    assertTrue(page.get("/duty").body().contains("Alerts that wait for you: 1"));
    String list = page.get("/alerts").body();
    assertTrue(list.contains("Look at the safety plan again"), list);
    assertFalse(list.contains("threat"), list);
    String id = review.getString("toReview[0].id");
    Browser other = Town.browser("hiatus-worker-1", "en");
    other.get("/alerts");
    assertEquals(404, other.post("/alerts/plan-reviews/" + id + "/done", Map.of()).statusCode());
    assertTrue(
        page.post("/alerts/plan-reviews/" + id + "/done", Map.of())
            .body()
            .contains("No alert waits for you"));
  }

  @Test
  void itIsJudgedAfterwardsByASupervisorOfTheProgramAndShownAsOverdue() {
    UUID assignment = calls.control("control-worker-1", "control-supervisor", "hiatus-supervisor");
    UUID alert = danger("control-worker-1", assignment, "self-harm", 200);
    assertEquals(alert.toString(), judged("control-supervisor").getFirst().get("id"));
    assertEquals(false, judged("control-supervisor").getFirst().get("overdue"));
    assertEquals(List.of(), judged("car-supervisor"));
    assertEquals(List.of(), alerts("control-worker-1").getList("toJudge"));
    TestClock.advance(Duration.ofHours(24).plusSeconds(1));
    assertEquals(true, judged("control-supervisor").getFirst().get("overdue"));
    Browser supervisor = Town.browser("control-supervisor", "fr");
    assertTrue(supervisor.get("/alerts").body().contains("En retard depuis"));
    judge("car-supervisor", alert, "approved", 404);
    judge("control-supervisor", alert, "maybe", 422);
    judge("control-supervisor", alert, "approved", 204);
    judge("control-supervisor", alert, "approved", 204);
    judge("hiatus-supervisor", alert, "not-approved", 409);
    assertEquals(List.of(), judged("control-supervisor"));
  }

  @Test
  void aWorkerRaisesItFromThePageAndOnlyFromTheirOwn() {
    UUID assignment = calls.control("control-worker-2", "control-supervisor", "hiatus-supervisor");
    danger("hiatus-worker-3", assignment, "weapon", 404);
    danger("control-worker-2", assignment, "canary", 422);
    Browser worker = Town.browser("control-worker-2", "en");
    String page = worker.get("/duty/" + assignment).body();
    assertTrue(page.contains("Somebody is in danger now"), page);
    assertTrue(page.contains("Police should come faster"), page);
    String answered =
        worker
            .post(
                "/alerts/assignments/" + assignment + "/imminent-danger",
                Map.of("danger", "suspect-returned"))
            .body();
    assertTrue(answered.contains("The suspect came back"), answered);
    assertTrue(answered.contains("Nobody has answered yet"), answered);
    String faster =
        worker.post("/alerts/assignments/" + assignment + "/faster-response", Map.of()).body();
    assertTrue(faster.contains("Police should come faster"), faster);
  }
}
