package org.warmhandoff.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Programs, rotas and channels: put, put again, and refused with the field that is wrong. */
@QuarkusTest
@WithStack("notification-service")
class AdministeringTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Town town = new Town();

  @Test
  void eachChangeOfAProgramIsAVersionAndTheSameAgainIsNone() {
    ObjectNode program = town.program("p", "virtual", "worker-wanted", "hiatus-supervisor");
    town.put("p", program).statusCode(200).body("version", equalTo(1));
    town.put("p", program).statusCode(200).body("version", equalTo(1));
    program.put("answerWithin", "PT5M");
    town.put("p", program).statusCode(200).body("version", equalTo(2));
    Town.administrator()
        .get("/api/v1/programs")
        .then()
        .statusCode(200)
        .body("code", hasItem(town.code("p")))
        .body("find { it.code == '%s' }.version".formatted(town.code("p")), equalTo(2))
        .body(
            "find { it.code == '%s' }.eligible.domestic".formatted(town.code("p")), equalTo("yes"));
  }

  @Test
  void theSixProgramsAndASeventhArePutAsTheyAre() throws Exception {
    for (ProgramSpec spec :
        List.of(
            SixPrograms.windsorOnScene(),
            SixPrograms.hiatusVirtual(),
            SixPrograms.fsweEarly(),
            SixPrograms.clevelandCar(),
            SixPrograms.clevelandControl(),
            SixPrograms.richelieuOutreach(),
            SixPrograms.nursePoliceTeam())) {
      ObjectNode program = JSON.valueToTree(spec);
      program.remove("code");
      program.putArray("policeServices").add(town.name);
      town.put(String.valueOf(spec.code()), program).statusCode(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mode, by-carrier-pigeon, /mode",
    "zone, Windsor, /zone",
    "trigger, full-moon, /trigger",
    "answerWithin, soon, /answerWithin",
    "answerWithin, PT0S, /answerWithin",
    "outsideWindow, later, /outsideWindow",
    "staffing, crowd, /staffing",
    "audience, everyone, /audience",
    "name, '', /name",
    "trigger, consent-given, /agency",
    "kind, follow-up, /mode",
  })
  void whatCannotBePutIntoForceIsRefusedWithItsField(String field, String value, String pointer) {
    ObjectNode program = town.program("p", "virtual", "worker-wanted", "hiatus-supervisor");
    program.put(field, value);
    town.put("p", program)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("pointer", equalTo(pointer));
  }

  @Test
  void aProgramWithoutSupervisorsIsRefusedSinceNobodyWouldBeTold() {
    town.put("p", town.program("p", "virtual", "worker-wanted"))
        .statusCode(422)
        .body("pointer", equalTo("/supervisors"));
  }

  @Test
  void whatIsNoJsonIsUnreadableAndWhatIsNotJsonIsNotTaken() {
    Town.administrator()
        .body("{\"name\":")
        .put("/api/v1/programs/" + town.code("p"))
        .then()
        .statusCode(400);
    Town.administrator()
        .contentType(ContentType.TEXT)
        .body("a program")
        .put("/api/v1/programs/" + town.code("p"))
        .then()
        .statusCode(415);
  }

  @Test
  void aRotaEntryNeedsItsProgramItsPeopleAndItsWindow() {
    ObjectNode crew = town.program("c", "second-response", "officers-cleared", "car-supervisor");
    crew.put("staffing", "crew-of-two");
    town.put("c", crew).statusCode(200);
    ObjectNode entry = JSON.createObjectNode().put("program", "nobody-knows-it");
    entry.putArray("staff").add(UUID.randomUUID().toString());
    entry.set("window", Town.always());
    refused(entry, "/program");
    entry.put("program", town.code("c"));
    refused(entry, "/staff");
    entry.withArray("staff").add(UUID.randomUUID().toString());
    entry.putObject("window").put("rule", "FREQ=DAILY").put("from", "25:00").put("to", "24:00");
    refused(entry, "/window/from");
  }

  private static void refused(ObjectNode entry, String pointer) {
    Town.administrator()
        .body(entry.toString())
        .put("/api/v1/rota/" + UUID.randomUUID())
        .then()
        .statusCode(422)
        .body("pointer", equalTo(pointer));
  }

  @Test
  void aChannelOfAnUnknownKindIsRefused() {
    Town.administrator()
        .body("{\"channels\":[{\"kind\":\"drum\",\"verified\":true}]}")
        .put("/api/v1/staff/" + UUID.randomUUID() + "/channels")
        .then()
        .statusCode(422);
  }

  @Test
  void anAnswerThatIsNotKnownIsRefusedAndAPageThatNeverWasTheirsIsNotThere() {
    String worker = Tokens.of("hiatus-worker-2");
    String assignment = "/api/v1/assignments/" + UUID.randomUUID();
    Town.as(worker)
        .body("{\"outcome\":\"vanished\"}")
        .post(assignment + "/conclusion")
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/outcome"));
    Town.as(worker).post(assignment + "/acceptance").then().statusCode(404);
  }
}
