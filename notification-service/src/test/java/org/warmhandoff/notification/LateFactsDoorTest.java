package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Facts that come late or from an import, on the real stack. */
@QuarkusTest
@WithStack("notification-service")
class LateFactsDoorTest {

  @Test
  void partiesNamedAfterwardsAreKeptFromWhoHelpedTheOther() {
    Town town = new Town();
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", "hiatus-worker-2");
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    UUID assignment = Town.assignment(Town.told(incident, "worker-paged"));
    String worker = Tokens.of("hiatus-worker-2");
    String mine = "/api/v1/assignments/" + assignment;
    Town.as(worker).post(mine + "/acceptance").then().statusCode(204);
    Town.as(worker)
        .body("{\"outcome\":\"referred\"}")
        .post(mine + "/conclusion")
        .then()
        .statusCode(204);
    UUID staff = Tokens.staffIdOf("hiatus-worker-2");
    UUID him = UUID.randomUUID();
    town.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .receivedAt(TestClock.now())
                .parties(
                    new Party(UUID.randomUUID(), PartyRole.VICTIM),
                    new Party(him, PartyRole.ALLEGED_OFFENDER))
                .build()),
        Mode.LIVE);
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from side where staff = ? and person = ?"
                        + " and audience = 'VICTIM'",
                    staff,
                    him)
                == 1);
  }

  @Test
  void whatWasHistoryIsWeighedAndPagedOnceItIsLive() {
    Town town = new Town();
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", "hiatus-worker-3");
    UUID incident =
        town.report(Incidents.facts().receivedAt(TestClock.now()).build(), Mode.HISTORY);
    town.wanted(incident, Help.VIRTUAL);
    assertEquals("live", Town.told(incident, "worker-paged").header("ce_mode"));
    assertEquals(
        List.of("programs-weighed", "programs-weighed", "assignment-opened", "worker-paged"),
        Town.everythingTold(incident));
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from routing where incident = ? and mode = 'LIVE'", incident));
  }

  @Test
  void whatComesHoursLateIsOnTheBoardAndPagesNobody() {
    Town windsor = new Town("windsor");
    windsor
        .put("late", windsor.program("late", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    UUID incident = windsor.reportLive();
    windsor.tell(
        new WorkerWanted(incident, UUID.randomUUID(), TestClock.now(), Help.VIRTUAL, null, null),
        Mode.LIVE,
        TestClock.now().minus(Duration.ofHours(5)));
    Town.advised(incident, "nobody-available");
    Browser dispatcher = Town.browser("windsor-dispatcher", "en");
    String board = dispatcher.get("/board").body();
    assertTrue(board.contains(incident.toString().substring(28)), board);
    assertTrue(board.contains("Came too late"), board);
    String reasons = dispatcher.get("/board/" + incident).body();
    assertTrue(reasons.contains("came too late to page anyone"), reasons);
    assertEquals("", Town.state(incident));
    windsor.wanted(incident, Help.VIRTUAL);
    Town.told(incident, "assignment-opened");
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from routing where incident = ? and stale_program is null",
                    incident)
                == 1);
  }
}
