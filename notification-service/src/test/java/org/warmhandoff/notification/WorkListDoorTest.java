package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** A queue that everyone on duty sees, and a list from which workers take what waits. */
@QuarkusTest
@WithStack("notification-service")
class WorkListDoorTest {

  private static final String ONE = "control-worker-1";
  private static final String OTHER = "control-worker-2";
  private final Town town = new Town();

  @AfterEach
  void goOn() {
    TestClock.run();
    Raising.end(town.name);
  }

  private static UUID assignment(UUID incident) {
    return (UUID)
        Objects.requireNonNull(
            Town.SQL
                .rows("select id from assignment where incident = ?", incident)
                .getFirst()
                .get("id"));
  }

  private static List<String> work(String person) {
    return Town.as(Tokens.of(person))
        .get("/api/v1/work")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("assignment", String.class);
  }

  private static void post(String person, UUID assignment, String what, int status) {
    Town.as(Tokens.of(person))
        .post("/api/v1/assignments/" + assignment + "/" + what)
        .then()
        .statusCode(status);
  }

  @Test
  void everyoneOnDutySeesTheQueueAndItIsTheFirstOnes() {
    town.put(
            "queue",
            town.program("queue", "control-room", "incident-open", "control-supervisor")
                .put("staffing", "pool"))
        .statusCode(200);
    town.onDuty("queue", ONE, OTHER);
    UUID first = town.reportLive();
    UUID second = town.reportLive();
    Town.eventually(() -> Town.state(first).equals("paged") && Town.state(second).equals("paged"));
    UUID help = assignment(first);
    post(OTHER, help, "acceptance", 204);
    post(ONE, help, "acceptance", 409);
    assertEquals(
        Map.of(
            Tokens.staffIdOf(ONE), "withdrawn",
            Tokens.staffIdOf(OTHER), "accepted"),
        Town.SQL.rows("select staff, ending from page where assignment = ?", help).stream()
            .collect(Collectors.toMap(row -> row.get("staff"), row -> row.get("ending"))));
    assertEquals(
        1, Town.SQL.count("select count(*) from hold where assignment = ?", help), "one has it");
    post(OTHER, assignment(second), "acceptance", 204);
    assertTrue(
        Town.SQL.count(
                "select count(*) from side where staff = ? and police_service = ?",
                Tokens.staffIdOf(ONE),
                town.name)
            == 0,
        "who did not take it is on nobody's side");
  }

  @Test
  void whatWaitsIsTakenFromTheListByWhoeverIsOnDutyForIt() {
    town.put(
            "list",
            town.program("list", "virtual", "worker-wanted", "control-supervisor")
                .put("answerWithin", "PT1M"))
        .statusCode(200);
    town.register("control-supervisor");
    town.onDuty("list", ONE);
    town.register(OTHER);
    Raising.freeze();
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.eventually(() -> Town.state(incident).equals("paged"));
    UUID help = assignment(incident);
    assertFalse(work(ONE).contains(help.toString()), "offered, it waits for an answer");
    post(ONE, help, "taking", 409);
    TestClock.advance(Duration.ofMinutes(1));
    Town.eventually(() -> Town.state(incident).equals("told"));
    assertTrue(work(ONE).contains(help.toString()));
    assertFalse(work(OTHER).contains(help.toString()), "not on duty for it");
    post(OTHER, help, "taking", 404);
    Browser page = Town.browser(ONE, "en");
    assertTrue(page.get("/duty").body().contains("/duty/" + help + "/taking"));
    assertTrue(Town.browser(ONE, "fr").get("/duty").body().contains("en occupe"));
    assertEquals(200, page.post("/duty/" + help + "/taking", Map.of()).statusCode());
    assertEquals("accepted", Town.state(incident));
    post(ONE, help, "taking", 409);
    assertFalse(work(ONE).contains(help.toString()));
  }

  @Test
  void aPartyDoesNotFindItOnTheList() {
    town.put(
            "list",
            town.program("list", "virtual", "worker-wanted", "control-supervisor")
                .put("answerWithin", "PT1M"))
        .statusCode(200);
    town.register("control-supervisor");
    town.onDuty("list", ONE);
    Raising.freeze();
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.eventually(() -> Town.state(incident).equals("paged"));
    TestClock.advance(Duration.ofMinutes(1));
    Town.eventually(() -> Town.state(incident).equals("told"));
    UUID help = assignment(incident);
    town.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts().receivedAt(TestClock.now()).excluded(Tokens.staffIdOf(ONE)).build()),
        Mode.LIVE);
    Town.eventually(() -> !work(ONE).contains(help.toString()));
    post(ONE, help, "taking", 404);
  }

  @Test
  void theNextOfAListIsCalledOnTheMomentItsCrewIsFree() {
    town.put(
            "car",
            town.program("car", "second-response", "officers-cleared", "control-supervisor")
                .put("staffing", "crew-of-two")
                .put("answerWithin", "PT30M"))
        .statusCode(200);
    town.register("control-supervisor");
    town.onDuty("car", ONE, OTHER);
    Raising.freeze();
    UUID first = cleared();
    Town.eventually(() -> Town.state(first).equals("paged"));
    UUID help = assignment(first);
    post(ONE, help, "acceptance", 204);
    TestClock.advance(Duration.ofMinutes(1));
    UUID second = cleared();
    Town.eventually(() -> Town.state(second).equals("waiting"));
    TestClock.advance(Duration.ofMinutes(1));
    UUID third = cleared();
    Town.eventually(() -> Town.state(third).equals("waiting"));
    post(ONE, help, "contact", 204);
    Town.as(Tokens.of(ONE))
        .body("{\"outcome\":\"already-supported\"}")
        .post("/api/v1/assignments/" + help + "/conclusion")
        .then()
        .statusCode(204);
    // no time passes: who waited longest is called on, and the other one goes on waiting
    Town.eventually(() -> Town.state(second).equals("paged"));
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from deadline where assignment = ? and due_at > ?",
                    assignment(third),
                    TestClock.now().atOffset(ZoneOffset.UTC))
                == 1);
    assertEquals("waiting", Town.state(third));
  }

  private UUID cleared() {
    UUID incident = town.reportLive();
    town.tell(new OfficersCleared(incident, UUID.randomUUID(), TestClock.now()), Mode.LIVE);
    return incident;
  }
}
