package org.warmhandoff.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.Town.administrator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Shifts through the doors: nobody in two places at once, nobody whom nobody can reach. */
@QuarkusTest
@WithStack("notification-service")
class ShiftDoorTest {

  private static final String ONE = "fswe-worker-1";
  private final Town town = new Town();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @AfterEach
  void goOn() {
    List.of(first, second).forEach(id -> administrator().delete("/api/v1/rota/" + id));
    TestClock.run();
    Raising.end(town.name);
  }

  private void programs() {
    for (String code : List.of("a", "b")) {
      town.put(code, town.program(code, "virtual", "worker-wanted", "hiatus-supervisor"))
          .statusCode(200);
    }
    town.register(ONE);
    Town.offDuty(ONE);
  }

  private ObjectNode entry(String program, String person, String from, String to) {
    ObjectNode body = Town.JSON.createObjectNode().put("program", town.code(program));
    body.putArray("staff").add(Tokens.staffIdOf(person).toString());
    body.putObject("window").put("rule", "FREQ=DAILY").put("from", from).put("to", to);
    return body;
  }

  private static ValidatableResponse put(UUID id, ObjectNode body) {
    return administrator().body(body.toString()).put("/api/v1/rota/" + id).then();
  }

  private static long shifts(UUID rotation) {
    return Town.SQL.count(
        "select count(*) from shift where rotation = ? and staff is not null", rotation);
  }

  @Test
  void nobodyIsOnDutyInTwoPlacesAtOnceAndNothingIsHalfDone() {
    programs();
    put(first, entry("a", ONE, "08:00", "16:00")).statusCode(204);
    assertTrue(shifts(first) >= 55, "eight weeks ahead: " + shifts(first));
    put(second, entry("b", ONE, "15:00", "23:00"))
        .statusCode(409)
        .body("type", containsString("shift-overlap"))
        .body("title", containsString("two places"));
    assertEquals(0, shifts(second));
    put(second, entry("b", ONE, "16:00", "23:00")).statusCode(204);
    // put anew with other hours: what it was before stands in nobody's way
    put(first, entry("a", ONE, "07:00", "15:30")).statusCode(204);
    assertEquals(
        0,
        Town.SQL.count(
            "select count(*) from shift where rotation = ? and double_booked is not null", first));
  }

  @Test
  void ofTwoAtTheSameMomentOneWins() throws Exception {
    programs();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> puts =
          List.of(
              () -> put(first, entry("a", ONE, "08:00", "16:00")).extract().statusCode(),
              () -> put(second, entry("b", ONE, "12:00", "20:00")).extract().statusCode());
      List<Integer> answers =
          both.invokeAll(puts).stream().map(ShiftDoorTest::answer).sorted().toList();
      assertEquals(List.of(204, 409), answers);
    }
    assertTrue(shifts(first) == 0 ^ shifts(second) == 0);
  }

  private static int answer(Future<Integer> one) {
    try {
      return one.get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void whomNobodyCanReachDoesNotGoOnDuty() {
    programs();
    String nobody = "fswe-worker-2";
    Town.offDuty(nobody);
    administrator()
        .body("{\"channels\":[]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(nobody) + "/channels")
        .then()
        .statusCode(204);
    put(first, entry("a", nobody, "08:00", "16:00"))
        .statusCode(409)
        .body("type", containsString("no-verified-channel"));
    town.register(nobody);
    put(first, entry("a", nobody, "08:00", "16:00")).statusCode(204);
  }

  @Test
  void oneShiftServesSeveralProgramsAndARotaThatEndedPagesNobody() {
    programs();
    ObjectNode both = entry("a", ONE, "00:00", "24:00");
    both.putArray("programs").add(town.code("b"));
    put(first, both).statusCode(204);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.eventually(
        () -> Town.SQL.count("select count(*) from page where incident = ?", incident) > 0);
    administrator().delete("/api/v1/rota/" + first).then().statusCode(204);
    administrator().delete("/api/v1/rota/" + first).then().statusCode(404);
    UUID later = town.reportLive();
    town.wanted(later, Help.VIRTUAL);
    Town.eventually(() -> Town.state(later).matches("(unattended|told).*"));
    assertEquals(0, Town.SQL.count("select count(*) from page where incident = ?", later));
  }

  @Test
  void aClockThatJumpsPastWhatIsLaidOutLeavesNobodyOffDuty() {
    programs();
    put(first, entry("a", ONE, "00:00", "24:00")).statusCode(204);
    Raising.freeze();
    TestClock.advance(Duration.ofDays(120));
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    Town.eventually(() -> Town.state(incident).contains("paged"));
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from rota_entry where id = ? and laid_until >"
                        + " cast(? as timestamptz)",
                    first,
                    TestClock.now().plus(Duration.ofDays(40)).toString())
                == 1);
  }

  @Test
  void whatAWorkerIsAbleToDoIsKeptAndNothingThatIsNoCode() {
    programs();
    UUID staff = Tokens.staffIdOf(ONE);
    administrator()
        .body("{\"skills\":[\"children\",\"strangulation\"]}")
        .put("/api/v1/staff/" + staff + "/skills")
        .then()
        .statusCode(204);
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from worker where id = ? and jsonb_exists(skills, 'strangulation')",
            staff));
    administrator()
        .body("{\"skills\":[\"children\",\"children\"]}")
        .put("/api/v1/staff/" + staff + "/skills")
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/skills/1"));
    administrator()
        .body("{\"skills\":[]}")
        .put("/api/v1/staff/" + staff + "/skills")
        .then()
        .statusCode(204);
  }
}
