package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Help passed on and called off from the board, after a real login. */
@QuarkusTest
@WithStack("notification-service")
class DirectingDoorTest {

  private final Town windsor = new Town("windsor");

  @Test
  void aDispatcherPassesHelpOnAndCallsItOff() {
    UUID incident = asked("dir", "onscene-worker-4");
    UUID help = help(incident, "dir", "none");
    Browser dispatcher = Town.browser("windsor-dispatcher", "en");
    assertTrue(dispatcher.get("/board").body().contains("/direct/" + help));
    HttpResponse<String> page = dispatcher.get("/direct/" + help);
    assertTrue(page.body().contains("Ask somebody else"), page.body());
    Map<String, String> unsure = Map.of("reason", "worker-cannot", "to", "");
    assertEquals(422, dispatcher.post("/direct/" + help + "/reassignment", unsure).statusCode());
    assertFalse(Town.everythingTold(incident).contains("assignment-reassigned"));

    Map<String, String> sure = Map.of("reason", "worker-cannot", "to", "", "sure", "yes");
    assertEquals(200, dispatcher.post("/direct/" + help + "/reassignment", sure).statusCode());
    Town.told(incident, "assignment-reassigned");
    List<String> reasons =
        Town.SQL
            .rows("select body::text as body from reasoning where assignment = ?", help)
            .stream()
            .map(row -> String.valueOf(row.get("body")))
            .toList();
    String by = Tokens.staffIdOf("windsor-dispatcher").toString();
    assertTrue(
        reasons.stream().anyMatch(body -> body.contains("worker-cannot") && body.contains(by)));
    assertEquals(409, dispatcher.post("/direct/" + help + "/reassignment", sure).statusCode());

    UUID next = help(incident, "dir", "reassigned");
    assertEquals(
        200,
        dispatcher
            .post("/direct/" + next + "/stand-down", Map.of("reason", "mistake", "sure", "yes"))
            .statusCode());
    Town.told(incident, "assignment-stood-down");
  }

  @Test
  void nobodyDirectsWhatIsNotTheirs() {
    UUID incident = asked("own", "onscene-worker-3");
    UUID help = help(incident, "own", "none");
    String page = "/direct/" + help;
    assertEquals(404, Town.browser("cleveland-dispatcher", "en").get(page).statusCode());
    assertEquals(404, Town.browser("onscene-supervisor-1", "en").get(page).statusCode());
    assertEquals(403, Town.browser("onscene-worker-3", "en").get(page).statusCode());
    Browser named = Town.browser("hiatus-supervisor", "fr");
    assertTrue(named.get(page).body().contains("Demander à quelqu"));
    assertEquals(
        422,
        named.post(page + "/stand-down", Map.of("reason", "whim", "sure", "yes")).statusCode());
    assertEquals(
        200,
        named.post(page + "/stand-down", Map.of("reason", "mistake", "sure", "yes")).statusCode());
    Town.told(incident, "assignment-stood-down");
  }

  private UUID asked(String code, String worker) {
    windsor
        .put(code, windsor.program(code, "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    windsor.onDuty(code, worker);
    UUID incident = windsor.reportLive();
    windsor.wanted(incident, Help.VIRTUAL);
    Town.told(incident, "worker-paged");
    return incident;
  }

  /** Of several programs of the town, this one's help, not in that state. */
  private UUID help(UUID incident, String code, String notIn) {
    return UUID.fromString(
        String.valueOf(
            Town.SQL
                .rows(
                    "select id from assignment where incident = ? and ladder->0->>'program' = ?"
                        + " and state_code <> ?",
                    incident,
                    windsor.code(code),
                    notIn)
                .getFirst()
                .get("id")));
  }
}
