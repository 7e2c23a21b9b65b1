package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.Raising.acknowledge;
import static org.warmhandoff.notification.Raising.alerts;
import static org.warmhandoff.notification.Raising.settle;
import static org.warmhandoff.notification.Raising.waiting;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Help that is late reaches one supervisor after the other, and is nobody's worry once taken. */
@QuarkusTest
@WithStack("notification-service")
class LateHelpDoorTest {

  private final Town town = new Town();

  @AfterEach
  void goOn() {
    TestClock.run();
    Raising.end(town.name);
  }

  private UUID paged() {
    town.put(
            "late",
            town.program(
                    "late", "virtual", "worker-wanted", "control-supervisor", "hiatus-supervisor")
                .put("answerWithin", "PT30M")
                .put("responseTarget", "PT5M"))
        .statusCode(200);
    List.of("control-supervisor", "hiatus-supervisor").forEach(town::register);
    town.onDuty("late", "hiatus-worker-2");
    Raising.freeze();
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.eventually(() -> Town.state(incident).equals("paged"));
    return incident;
  }

  @Test
  void oneNameAfterTheOtherIsToldUntilSomebodyKnows() {
    UUID incident = paged();
    TestClock.advance(Duration.ofSeconds(299));
    settle();
    assertEquals(List.of(), waiting("control-supervisor"));
    TestClock.advance(Duration.ofSeconds(1));
    Town.eventually(() -> waiting("control-supervisor").size() == 1);
    assertEquals("late-help", alerts("control-supervisor").getString("toAcknowledge[0].kind"));
    assertEquals(List.of(), waiting("hiatus-supervisor"));
    assertEquals("paged", Town.state(incident), "workers are asked on");
    TestClock.advance(Duration.ofMinutes(2));
    Town.eventually(() -> waiting("hiatus-supervisor").size() == 1);
    UUID alert = UUID.fromString(waiting("hiatus-supervisor").getFirst());
    assertTrue(Town.browser("control-supervisor", "en").get("/alerts").body().contains("in time"));
    assertTrue(Town.browser("control-supervisor", "fr").get("/alerts").body().contains("temps"));
    acknowledge("hiatus-supervisor", alert, 204);
    assertEquals(List.of(), waiting("control-supervisor"));
    assertFalse(
        Town.SQL
            .rows(
                "select type from outbox where police_service = ? and type like '%alert%'",
                town.name)
            .stream()
            .findAny()
            .isPresent(),
        "police are told nothing of it");
  }

  @Test
  void whoeverSaysYesEndsIt() {
    UUID incident = paged();
    TestClock.advance(Duration.ofMinutes(5));
    Town.eventually(() -> waiting("control-supervisor").size() == 1);
    UUID help =
        (UUID)
            Town.SQL
                .rows("select id from assignment where incident = ?", incident)
                .getFirst()
                .get("id");
    Town.as(Tokens.of("hiatus-worker-2"))
        .post("/api/v1/assignments/" + help + "/acceptance")
        .then()
        .statusCode(204);
    assertEquals(List.of(), waiting("control-supervisor"));
    TestClock.advance(Duration.ofMinutes(10));
    settle();
    assertEquals(List.of(), waiting("hiatus-supervisor"));
  }
}
