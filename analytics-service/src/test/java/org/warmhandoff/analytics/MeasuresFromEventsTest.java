package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.warmhandoff.analytics.Story.DATABASE;
import static org.warmhandoff.analytics.Story.analyst;
import static org.warmhandoff.analytics.Story.answers;
import static org.warmhandoff.analytics.Story.awaitFacts;
import static org.warmhandoff.analytics.Story.closeRelease;
import static org.warmhandoff.analytics.Story.forgetEverything;
import static org.warmhandoff.analytics.Story.rows;
import static org.warmhandoff.analytics.Story.withoutRelease;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** From events on the topics to figures, as a story. */
@QuarkusTest
@WithStack("analytics-service")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasuresFromEventsTest {

  private static final Instant RECEIVED = TestClock.now().minus(Duration.ofDays(10));
  private static final Town TOWN = Story.town(RECEIVED);

  /** Every answer over the first release, while it was the latest. */
  private static List<String> bytesOfTheFirst = List.of();

  @Test
  @Order(1)
  void beforeTheFirstReleaseThereIsNothingToAsk() {
    forgetEverything();
    analyst()
        .get("/api/v1/measures/latency")
        .then()
        .statusCode(409)
        .body("type", containsString("no-release"));
    analyst().get("/api/v1/releases").then().statusCode(200).body("$", hasSize(0));
  }

  @Test
  @Order(2)
  void eventsInAnyOrderAndMoreThanOnceBecomeFacts() {
    TOWN.tell(1, 2);
    awaitFacts(TOWN.size());
    assertThat(DATABASE.count("select count(*) from incident_fact")).isEqualTo(135);
    assertThat(DATABASE.count("select count(*) from quarantine")).isZero();
    assertThat(DATABASE.count("select count(*) from parked")).isZero();
    closeRelease().then().statusCode(201).body("number", equalTo(1));
  }

  @ParameterizedTest
  @Order(3)
  @CsvSource({
    "connected-share?from=2026-02-30,422,no-such-date",
    "connected-share?from=tomorrow,422,no-such-date",
    "connected-share?from=2026-03-03,422,not-a-week",
    "connected-share?from=2026-03-09&to=2026-03-02,422,empty-range",
    "connected-share?from=1900-01-01&to=2026-03-02,422,range-too-long",
    "connected-share?by=name,422,no-such-dimension",
    "connected-share?release=first,422,not-a-number",
    "connected-share?release=77,404,no-such-release",
    "happiness,404,no-such-measure",
  })
  void whatCannotBeAskedIsRefused(String question, int status, String problem) {
    analyst()
        .urlEncodingEnabled(false)
        .get("/api/v1/measures/" + question)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", containsString(problem));
  }

  @Test
  @Order(4)
  void anAnswerThatIsKnownIsNotSentAgain() {
    String tag =
        analyst()
            .get("/api/v1/measures/latency?release=1")
            .then()
            .statusCode(200)
            .header("ETag", startsWith("\"latency-1.r1."))
            .extract()
            .header("ETag");
    analyst()
        .header("If-None-Match", tag)
        .get("/api/v1/measures/latency?release=1")
        .then()
        .statusCode(304);
  }

  @Test
  @Order(5)
  void aSecondReleaseOnTheSameDayIsRefused() {
    closeRelease()
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("release-too-early"));
    assertThat(DATABASE.count("select count(*) from release")).isEqualTo(1);
  }

  @Test
  @Order(6)
  void noIdOfAnEventIsInAnyTable() {
    for (Map<String, Object> table :
        rows(
            "select table_name as name from information_schema.tables"
                + " where table_schema = current_schema() and table_type = 'BASE TABLE'")) {
      StringBuilder text = new StringBuilder();
      for (Map<String, Object> row :
          rows("select t::text as row from \"" + table.get("name") + "\" t")) {
        text.append(row.get("row")).append('\n');
      }
      for (String id : TOWN.ids()) {
        assertThat(text.indexOf(id)).as("%s in %s", id, table.get("name")).isNegative();
      }
    }
    assertThat(TOWN.ids()).hasSizeGreaterThan(1000);
  }

  @Test
  @Order(7)
  void aReleaseAnswersTheSameAfterMoreWasHeard() {
    bytesOfTheFirst = answers(1);
    Town later = new Town(7, RECEIVED);
    for (int i = 0; i < 30; i++) {
      later.eligible("alder", "onscene", HelpMode.ON_SITE).paged(20).contact();
    }
    later.tell(3, 1);
    awaitFacts(TOWN.size() + later.size());
    assertThat(answers(1)).isEqualTo(bytesOfTheFirst);
    TestClock.advance(Duration.ofDays(1));
    closeRelease().then().statusCode(201).body("number", equalTo(2));
    analyst()
        .get("/api/v1/measures/connected-share")
        .then()
        .body("release.number", equalTo(2))
        .body("total.figures[0].numerator", equalTo(84 + 30));
    analyst().get("/api/v1/measures/connected-share?release=2").then().statusCode(200);
    analyst()
        .get("/api/v1/measures/connected-share?release=1")
        .then()
        .statusCode(410)
        .contentType("application/problem+json")
        .body("type", containsString("release-superseded"));
  }

  @Test
  @Order(8)
  void theSameEventsInAnotherOrderGiveTheSameBytes() {
    forgetEverything();
    TOWN.tell(99, 3);
    awaitFacts(TOWN.size());
    closeRelease().then().statusCode(201).body("number", equalTo(1));
    assertThat(withoutRelease(answers(1))).isEqualTo(withoutRelease(bytesOfTheFirst));
  }

  @Test
  @Order(9)
  void theWalkOfAnIncidentSaysThatItsFactsArrived() {
    String incident = TOWN.incident();
    given()
        .auth()
        .oauth2(Tokens.client("operator"))
        .get("/api/v1/trace/" + incident)
        .then()
        .statusCode(200)
        .body("findAll { it.what == 'fact-kept' }.detail.fact", hasItem("incident"));
  }
}
