package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.post;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("incident-service")
class IntakeTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void anIncidentIsStoredAndToldWithItsPersonsButNothingOfThem() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-windsor", report);

    Records.Found told = Doors.told("incident.events.v1", "incident-reported", incident);
    assertThat(told.key()).isEqualTo(incident.toString());
    assertThat(told.header("ce_policeservice")).isEqualTo("windsor");
    assertThat(told.header("ce_jurisdiction")).isEqualTo("CA-ON");
    assertThat(told.header("ce_mode")).isEqualTo("live");
    assertThat(told.header("ce_aggregateversion")).isEqualTo("1");
    JsonNode facts = json(told.body()).path("facts");
    assertThat(facts.path("zone").asText()).isEqualTo("America/Toronto");
    assertThat(facts.path("parties").findValuesAsText("role"))
        .containsExactly("VICTIM", "ALLEGED_OFFENDER");
    UUID victim = Doors.person(incident, "VICTIM");
    Records.Found registered = Doors.told("person.events.v1", "person-registered", victim);
    assertThat(registered.header("ce_correlationid")).isEqualTo(incident.toString());
    assertThat(told.body() + registered.body()).doesNotContain("Made Up", "555-01");
  }

  @Test
  void theSameAgainChangesNothing() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-windsor", report);
    post("cad-windsor", report)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("unchanged"))
        .body("incident", equalTo(incident.toString()))
        .body("version", equalTo(1));
    assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
  }

  @Test
  void newerReplacesAndOlderIsIgnored() {
    ObjectNode report = report(newNumber());
    Instant asOf = Instant.parse(report.path("asOf").asText());
    UUID incident = reported("cad-windsor", report);

    ObjectNode newer = report.deepCopy().put("asOf", asOf.plusSeconds(20).toString());
    newer.put("arrest", "yes").put("status", "closed");
    post("cad-windsor", newer)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("updated"))
        .body("version", equalTo(2));
    ObjectNode older = report.deepCopy().put("asOf", asOf.plusSeconds(10).toString());
    older.put("priority", 4);
    post("cad-windsor", older)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("ignored, newer known"))
        .body("version", equalTo(2));

    JsonNode facts = Doors.incident("windsor-officer-1", incident).path("facts");
    assertThat(facts.path("arrest").asText()).isEqualTo("YES");
    assertThat(facts.path("status").asText()).isEqualTo("CLOSED");
    assertThat(facts.path("priority").asInt()).isEqualTo(1);
  }

  @Test
  void theSourcesOwnSequenceOrdersWhereThereIsOne() {
    ObjectNode report = report(newNumber()).put("sequence", 7);
    reported("cad-windsor", report);
    Instant asOf = Instant.parse(report.path("asOf").asText());
    ObjectNode lower = report.deepCopy().put("sequence", 6).put("priority", 5);
    lower.put("asOf", asOf.plusSeconds(30).toString());
    post("cad-windsor", lower).then().body("outcome", equalTo("ignored, newer known"));
    ObjectNode higher = report.deepCopy().put("sequence", 8).put("priority", 5);
    higher.put("asOf", asOf.minusSeconds(30).toString());
    post("cad-windsor", higher).then().body("outcome", equalTo("updated"));
  }

  @Test
  void theSameTimeWithOtherContentIsTakenInOrderOfArrivalAndFlagged() {
    ObjectNode report = report(newNumber());
    reported("cad-windsor", report);
    post("cad-windsor", report.deepCopy().put("priority", 2))
        .then()
        .statusCode(200)
        .body("outcome", equalTo("updated"))
        .body("flags", hasItem("same-time-other-content"));
  }

  @Test
  void aFastClockDoesNotSilenceLaterReports() {
    ObjectNode report = report(newNumber());
    report.put("asOf", TestClock.now().plus(Duration.ofHours(2)).toString());
    post("cad-windsor", report).then().statusCode(201).body("flags", hasItem("time-ahead"));
    ObjectNode later = report.deepCopy().put("priority", 2);
    later.put("asOf", TestClock.now().plusSeconds(1).toString());
    TestClock.advance(Duration.ofSeconds(2));
    post("cad-windsor", later).then().body("outcome", equalTo("updated"));
  }

  @Test
  void ofManyFirstPostsAtOnceOneCreatesAndNoneFails() throws Exception {
    for (int round = 0; round < 5; round++) {
      ObjectNode report = report(newNumber());
      List<Callable<Integer>> posts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ObjectNode post = report.deepCopy();
        if (i % 2 == 1) {
          post.put("priority", 2);
        }
        posts.add(() -> post("cad-windsor", post).statusCode());
      }
      List<Integer> statuses = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        for (Future<Integer> future : threads.invokeAll(posts)) {
          statuses.add(future.get());
        }
      }
      assertThat(statuses).containsOnly(200, 201);
      assertThat(statuses).containsOnlyOnce(201);
      assertThat(
              Doors.SQL.count(
                  "select count(*) from incident where external_id = ?",
                  report.path("externalId").asText()))
          .isEqualTo(1);
    }
  }

  @Test
  void postsThatNameTheSamePersonsInAnyOrderDoNotStopEachOther() throws Exception {
    String one = "RMS-" + newNumber();
    String two = "RMS-" + newNumber();
    List<Callable<Integer>> posts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      ObjectNode report = report(newNumber());
      boolean turned = i % 2 == 1;
      ((ObjectNode) report.path("persons").get(0)).put("recordNumber", turned ? two : one);
      ((ObjectNode) report.path("persons").get(1)).put("recordNumber", turned ? one : two);
      posts.add(() -> post("cad-windsor", report).statusCode());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> future : threads.invokeAll(posts)) {
        assertThat(future.get()).isEqualTo(201);
      }
    }
  }

  @Test
  void anotherPoliceServicesIncidentIsNotThere() {
    ObjectNode report = report(newNumber());
    UUID incident = reported("cad-windsor", report);
    as(Tokens.of("cleveland-officer-1"))
        .get("/api/v1/incidents/" + incident)
        .then()
        .statusCode(404);
    String number = report.path("externalId").asText();
    as(Tokens.client("cad-cleveland"))
        .get("/api/v1/incidents?externalId=" + number)
        .then()
        .statusCode(404);
    as(Tokens.client("cad-windsor"))
        .get("/api/v1/incidents?externalId=" + number)
        .then()
        .statusCode(200)
        .body("incident", equalTo(incident.toString()));
  }

  @Test
  void aDrillIsToldAsOne() {
    UUID incident = reported("cad-windsor", report(newNumber()).put("test", true));
    assertThat(Doors.told("incident.events.v1", "incident-reported", incident).header("ce_mode"))
        .isEqualTo("test");
  }
}
