package org.warmhandoff.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.warmhandoff.notification.Town.administrator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whoever has a place is what it asks for, and of the team of one side alone. */
@QuarkusTest
@WithStack("notification-service")
class TeamsTest {

  private static final String NURSE = "car-worker-3";
  private static final String OTHER = "car-worker-4";
  private static final String SUPERVISOR = "car-supervisor";

  private final Town town = new Town();
  private final UUID rotation = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @BeforeEach
  void programs() {
    ObjectNode car = town.program("car", "second-response", "officers-cleared", SUPERVISOR);
    car.put("staffing", "crew-of-two").putArray("crewRoles").add("nurse").add("support-worker");
    town.put("car", car).statusCode(200);
    ObjectNode his = town.program("his", "outreach", "arrest-and-release", SUPERVISOR);
    his.put("audience", "alleged-offender").put("kind", "follow-up");
    town.put("his", his).statusCode(200);
    town.put("hers", town.program("hers", "virtual", "worker-wanted", SUPERVISOR)).statusCode(200);
    for (String person : new String[] {NURSE, OTHER}) {
      town.register(person);
      Town.offDuty(person);
    }
    Town.skills(NURSE, "nurse");
    Town.skills(OTHER, "support-worker");
  }

  @AfterEach
  void goOn() {
    administrator().delete("/api/v1/rota/" + rotation);
    administrator().delete("/api/v1/rota/" + second);
    Town.SQL.run(
        "update shift set called_off_at = now() where called_off_at is null and rotation is null"
            + " and programs[1] like ?",
        town.name + "%");
    Town.skills(NURSE);
    Town.skills(OTHER);
    TestClock.run();
    Raising.end(town.name);
  }

  private ValidatableResponse rotation(UUID id, String program, String from, String... people) {
    ObjectNode body = Town.JSON.createObjectNode().put("program", town.code(program));
    for (String person : people) {
      body.withArray("staff").add(Tokens.staffIdOf(person).toString());
    }
    body.putObject("window")
        .put("rule", "FREQ=DAILY")
        .put("from", from + ":00")
        .put("to", from + ":45");
    return administrator().body(body.toString()).put("/api/v1/rota/" + id).then();
  }

  private ValidatableResponse shift(@Nullable String one, @Nullable String other) {
    ObjectNode body = Town.JSON.createObjectNode();
    body.putArray("programs").add(town.code("car"));
    for (String person : new String[] {one, other}) {
      body.withArray("staff").add(person == null ? null : Tokens.staffIdOf(person).toString());
    }
    Instant starts = TestClock.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);
    body.put("starts", starts.plusSeconds(3600).toString());
    body.put("ends", starts.plusSeconds(7200).toString());
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of(SUPERVISOR))
        .contentType(ContentType.JSON)
        .body(body.toString())
        .put("/api/v1/shifts/" + UUID.randomUUID())
        .then();
  }

  private static ValidatableResponse take(String person, String shift) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of(person))
        .contentType(ContentType.JSON)
        .post("/api/v1/shifts/" + shift + "/taking")
        .then();
  }

  @Test
  void eachPlaceOfACrewIsForWhoeverIsWhatItAsksFor() {
    rotation(rotation, "car", "04", OTHER, NURSE)
        .statusCode(409)
        .body("type", containsString("not-of-role"))
        .body("expected", containsString("nurse"));
    rotation(rotation, "car", "04", NURSE, OTHER).statusCode(204);
    shift(OTHER, null).statusCode(409).body("pointer", equalTo("/staff"));
    var open = shift(null, null).statusCode(200).extract();
    String nurses = open.path("shifts[0]");
    String workers = open.path("shifts[1]");
    take(OTHER, nurses).statusCode(409).body("type", containsString("not-of-role"));
    take(NURSE, workers).statusCode(409);
    take(NURSE, nurses).statusCode(204);
    take(OTHER, workers).statusCode(204);
  }

  @Test
  void nobodyHasShiftsForBothSides() {
    rotation(rotation, "hers", "04", OTHER).statusCode(204);
    rotation(second, "his", "05", OTHER)
        .statusCode(409)
        .body("type", containsString("other-team"))
        .body("expected", containsString(town.code("hers")));
    // their last shift for her is over: from then on they may be of the other team
    administrator().delete("/api/v1/rota/" + rotation).then().statusCode(204);
    rotation(second, "his", "05", OTHER).statusCode(204);
    rotation(second, "hers", "05", OTHER).statusCode(204);
  }

  @Test
  void noShiftServesBothSides() {
    ObjectNode body = Town.JSON.createObjectNode().put("program", town.code("hers"));
    body.putArray("programs").add(town.code("his"));
    body.putArray("staff").add(Tokens.staffIdOf(OTHER).toString());
    body.putObject("window").put("rule", "FREQ=DAILY").put("from", "04:00").put("to", "05:00");
    administrator()
        .body(body.toString())
        .put("/api/v1/rota/" + rotation)
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/programs"));
  }
}
