package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What reaches telephones besides pages: supervisors who are needed, and whoever was not first. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
class NoticeTest {

  private final Town town = new Town();

  @AfterEach
  void goOn() {
    TestClock.run();
    Raising.end(town.name);
  }

  private static void reachable(String who, Telephone phone) {
    Town.administrator()
        .body("{\"channels\":[{\"kind\":\"in-app\",\"verified\":true}," + phone.as("sms") + "]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(who) + "/channels")
        .then()
        .statusCode(204);
  }

  private static List<String> said(Telephone phone) {
    return phone.received().stream().map(sent -> String.valueOf(sent.get("Body"))).toList();
  }

  /** Where the link of the last notice of this help leads, for whom it was sent to. */
  private static String leads(String who, UUID help) {
    Object link =
        Town.SQL
            .rows(
                "select link from delivery where assignment = ? order by attempt desc limit 1",
                help)
            .getFirst()
            .get("link");
    return Town.browser(who, "en").get("/go/" + link).uri().getPath();
  }

  private UUID wanted() {
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    return incident;
  }

  @Test
  void aSupervisorIsCalledWhereNobodyIsThereAndAgainWhenItIsTheirTurnAgain() {
    town.put("n", town.program("n", "virtual", "worker-wanted", "control-supervisor"))
        .statusCode(200);
    town.register("control-supervisor");
    Telephone phone = Telephone.of(71);
    reachable("control-supervisor", phone);
    Raising.freeze();
    UUID incident = wanted();
    UUID help = Town.assignment(Town.told(incident, "supervisor-told"));
    Town.eventually(() -> states(help).equals("told sent"));
    assertTrue(said(phone).getLast().startsWith("You are needed as supervisor. Open: http"));
    assertEquals("/notification/duty/" + help, leads("control-supervisor", help));

    TestClock.advance(Duration.ofMinutes(10));
    Town.eventually(() -> states(help).equals("told sent, told sent"));
    Town.as(Tokens.of("control-supervisor"))
        .post("/api/v1/assignments/" + help + "/acknowledgement")
        .then()
        .statusCode(204);
    again(help);
    Town.eventually(() -> states(help).equals("told cancelled, told cancelled"));
    assertEquals(2, attempts(help), "who has said that they know is left in peace");
  }

  private static void again(UUID help) {
    Town.SQL.run(
        "update delivery set state = 'waiting', due_at = clock_timestamp() where assignment = ?",
        help);
  }

  @Test
  void anAlertThatNobodyAnswersCallsItsSupervisor() {
    town.put(
            "late",
            town.program("late", "virtual", "worker-wanted", "control-supervisor")
                .put("answerWithin", "PT30M")
                .put("responseTarget", "PT5M"))
        .statusCode(200);
    town.register("control-supervisor");
    Telephone phone = Telephone.of(72);
    reachable("control-supervisor", phone);
    town.onDuty("late", "hiatus-worker-2");
    Raising.freeze();
    UUID incident = wanted();
    UUID help = Town.assignment(Town.told(incident, "worker-paged"));
    TestClock.advance(Duration.ofMinutes(5));
    Town.eventually(() -> states(help).equals("alert sent"));
    assertEquals("/notification/alerts", leads("control-supervisor", help));
    Town.as(Tokens.of("hiatus-worker-2"))
        .post("/api/v1/assignments/" + help + "/acceptance")
        .then()
        .statusCode(204);
    again(help);
    Town.eventually(() -> states(help).equals("alert cancelled"));
    assertEquals(1, attempts(help));
  }

  @Test
  void whoeverWasNotTheFirstOfAPoolHearsThatSomebodyElseHasIt() {
    town.put(
            "pool",
            town.program("pool", "virtual", "worker-wanted", "control-supervisor")
                .put("staffing", "pool"))
        .statusCode(200);
    Telephone first = Telephone.of(73);
    Telephone second = Telephone.of(74);
    town.onDuty("pool", "hiatus-worker-2");
    town.onDuty("pool", "hiatus-worker-3");
    reachable("hiatus-worker-2", first);
    reachable("hiatus-worker-3", second);
    UUID help = Town.assignment(Town.told(wanted(), "worker-paged"));
    Town.eventually(() -> states(help).equals("page sent, page sent"));
    Town.as(Tokens.of("hiatus-worker-2"))
        .post("/api/v1/assignments/" + help + "/acceptance")
        .then()
        .statusCode(204);
    Town.eventually(() -> said(second).size() == 2);
    assertEquals(
        "Somebody else has it. There is nothing for you to do. Thank you.", said(second).getLast());
    assertEquals(1, said(first).size());

    Browser supervisor = Town.browser("control-supervisor", "en");
    supervisor.get("/direct/" + help);
    supervisor.post("/direct/" + help + "/stand-down", Map.of("reason", "mistake", "sure", "yes"));
    Town.eventually(() -> said(first).size() == 2);
    assertTrue(said(first).getLast().startsWith("Called off: stop."));
    assertEquals(2, said(second).size(), "who was told that is not told to stop as well");
  }

  private static long attempts(UUID help) {
    return Town.SQL.count("select sum(attempts) from delivery where assignment = ?", help);
  }

  private static String states(UUID help) {
    Stream<String> states =
        Town.SQL
            .rows(
                "select notice || ' ' || state as said from delivery where assignment = ?"
                    + " order by made_at, attempt",
                help)
            .stream()
            .map(row -> String.valueOf(row.get("said")));
    return String.join(", ", states.toList());
  }
}
