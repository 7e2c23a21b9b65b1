package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** From events on the topics to figures, as a story. */
@QuarkusTest
@WithStack("analytics-service")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasuresFromEventsTest {

  private static final String[] MEASURES = {
    "connected-share", "outcome-mix", "referral-funnel", "latency"
  };
  private static final List<String> FACTS =
      List.of("incident", "party", "person", "verdict", "assignment", "consent", "referral");

  private static final Sql DATABASE = Sql.database("analytics");
  private static final Instant RECEIVED = TestClock.now().minus(Duration.ofDays(10));
  private static final Town TOWN = town(RECEIVED);

  private static Town town(Instant received) {
    Town town = new Town(20260302, received);
    for (int i = 0; i < 20; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(30)
          .contact()
          .concluded(Outcome.REFERRED)
          .referral(Status.ACCEPTED, Status.IN_PROGRESS, i < 10 ? Status.COMPLETED : null);
    }
    for (int i = 0; i < 15; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(45)
          .contact()
          .concluded(Outcome.ALREADY_SUPPORTED);
      town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(60).concluded(Outcome.UNREACHABLE);
      town.eligible("beech", "car", HelpMode.SECOND_RESPONSE)
          .paged(90)
          .contact()
          .concluded(Outcome.REFERRED)
          .referral();
      town.eligible("beech", "car", HelpMode.SECOND_RESPONSE);
    }
    for (int i = 0; i < 10; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(60)
          .contact()
          .concluded(Outcome.DECLINED);
    }
    for (int i = 0; i < 4; i++) {
      town.eligible("crane", "car", HelpMode.SECOND_RESPONSE).paged(90).contact();
    }
    for (int i = 0; i < 20; i++) {
      town.eligible("doum", "virtual", HelpMode.VIRTUAL).paged(30).contact();
      town.eligible("doum", "virtual", HelpMode.VIRTUAL).paged(30);
    }
    town.drill("doum", "virtual", HelpMode.VIRTUAL).paged(30).contact();
    return town;
  }

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

  @Test
  @Order(3)
  void connectedShareCountsVictims() {
    analyst()
        .get("/api/v1/measures/connected-share")
        .then()
        .statusCode(200)
        .body("measure", equalTo("connected-share"))
        .body("definition.version", equalTo(1))
        .body("release.number", equalTo(1))
        .body("filters.by", equalTo("none"))
        .body("threshold", equalTo(10))
        .body("total.figures[0].numerator", equalTo(84))
        .body("total.figures[0].denominator", equalTo(134))
        .body("total.figures[0].percent", equalTo(62.7f));
    analyst()
        .queryParam("by", "police-service")
        .get("/api/v1/measures/connected-share")
        .then()
        .statusCode(200)
        .body("rows.group", equalTo(List.of("alder", "beech", "crane", "doum")))
        .body("rows[2].figures[0]", equalTo(Map.of("code", "connected", "hidden", true)))
        .body("rows[3].figures[0]", equalTo(Map.of("code", "connected", "hidden", true)))
        .body("total.figures[0]", equalTo(Map.of("code", "connected", "hidden", true)));
    analyst()
        .queryParam("by", "program")
        .get("/api/v1/measures/connected-share")
        .then()
        .body("rows.group", equalTo(List.of("car", "not-opened", "onscene", "virtual")));
  }

  @Test
  @Order(4)
  void outcomesReferralsAndLatencies() {
    analyst()
        .get("/api/v1/measures/outcome-mix")
        .then()
        .statusCode(200)
        .body("total.figures.find { it.code == 'referred' }.numerator", equalTo(35))
        .body("total.figures.find { it.code == 'referred' }.denominator", equalTo(60))
        .body("total.figures.find { it.code == 'declined' }.numerator", equalTo(10))
        .body("total.figures.find { it.code == 'unreachable' }.numerator", equalTo(15))
        .body("total.figures.find { it.code == 'unreachable' }.denominator", equalTo(134))
        .body("total.figures.find { it.code == 'not-offered' }.numerator", equalTo(0));
    analyst()
        .get("/api/v1/measures/referral-funnel")
        .then()
        .statusCode(200)
        .body("total.figures.find { it.code == 'created' }.count", equalTo(35))
        .body("total.figures.find { it.code == 'accepted' }.numerator", equalTo(20))
        .body("total.figures.find { it.code == 'first-contact' }.numerator", equalTo(20))
        .body("total.figures.find { it.code == 'completed' }.numerator", equalTo(10))
        .body("total.figures.find { it.code == 'rejected' }.count", equalTo(0));
    analyst()
        .queryParam("by", "police-service")
        .get("/api/v1/measures/referral-funnel")
        .then()
        .body("rows.group", equalTo(List.of("alder", "beech")))
        .body("rows[0].figures[0].count", equalTo(20))
        .body("rows[1].figures[0].count", equalTo(15))
        .body("total.figures[0].count", equalTo(35));
    analyst()
        .get("/api/v1/measures/latency")
        .then()
        .statusCode(200)
        .body("total.figures.find { it.code == 'trigger-to-page' }.p50", equalTo(2))
        .body("total.figures.find { it.code == 'page-to-accept' }.p50", equalTo(30))
        .body("total.figures.find { it.code == 'page-to-accept' }.p90", equalTo(90))
        .body("total.figures.find { it.code == 'arrival-to-contact' }.p90", equalTo(60))
        .body("total.figures.find { it.code == 'consent-to-sent' }.p50", equalTo(1))
        .body("total.figures.find { it.code == 'sent-to-accepted' }.p50", equalTo(3599));
  }

  @Test
  @Order(5)
  void weeksAreAskedByTheirMondays() {
    LocalDate week =
        RECEIVED
            .atZone(ZoneId.of("America/Toronto"))
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    analyst()
        .queryParam("from", week.toString())
        .queryParam("to", week.plusWeeks(1).toString())
        .get("/api/v1/measures/connected-share")
        .then()
        .statusCode(200)
        .body("filters.from", equalTo(week.toString()));
    analyst()
        .queryParam("to", week.toString())
        .get("/api/v1/measures/connected-share")
        .then()
        .statusCode(200)
        .body("total.figures[0].denominator", equalTo(0))
        .body("total.figures[0].percent", nullValue());
  }

  @ParameterizedTest
  @Order(6)
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
  @Order(7)
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
  @Order(8)
  void aSecondReleaseOnTheSameDayIsRefused() {
    closeRelease()
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("release-too-early"));
    assertThat(DATABASE.count("select count(*) from release")).isEqualTo(1);
  }

  @Test
  @Order(9)
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
  @Order(10)
  void aReleaseAnswersTheSameAfterMoreWasHeard() {
    List<String> before = answers(1);
    Town later = new Town(7, RECEIVED);
    for (int i = 0; i < 30; i++) {
      later.eligible("alder", "onscene", HelpMode.ON_SITE).paged(20).contact();
    }
    later.tell(3, 1);
    awaitFacts(TOWN.size() + later.size());
    TestClock.advance(Duration.ofDays(1));
    closeRelease().then().statusCode(201).body("number", equalTo(2));
    assertThat(answers(1)).isEqualTo(before);
    analyst()
        .get("/api/v1/measures/connected-share")
        .then()
        .body("release.number", equalTo(2))
        .body("total.figures[0].numerator", equalTo(84 + 30));
  }

  @Test
  @Order(11)
  void theSameEventsInAnotherOrderGiveTheSameBytes() {
    List<String> before = answers(1);
    forgetEverything();
    TOWN.tell(99, 3);
    awaitFacts(TOWN.size());
    closeRelease().then().statusCode(201).body("number", equalTo(1));
    assertThat(withoutRelease(answers(1))).isEqualTo(withoutRelease(before));
  }

  @Test
  @Order(12)
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

  @ParameterizedTest
  @Order(13)
  @CsvSource({
    "en, hidden, 62.7 % (84 of 134)",
    "fr, masqué, '62,7 % (84 sur 134)'",
  })
  @TestSecurity(user = "analyst", roles = "analyst")
  void thePageShowsTheTablesInBothLanguages(String language, String hidden, String share) {
    given()
        .header("Accept-Language", language)
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("lang=\"" + language + "\""))
        .body(containsString(share))
        .body(not(containsString(">" + hidden + "</td>")));
    given()
        .header("Accept-Language", language)
        .queryParam("by", "police-service")
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("<th scope=\"row\">crane</th>"))
        .body(containsString("number hidden\">" + hidden + "</td>"));
  }

  private static RequestSpecification analyst() {
    return given().auth().oauth2(Tokens.of("analyst"));
  }

  private static io.restassured.response.Response closeRelease() {
    return given().auth().oauth2(Tokens.of("administrator")).post("/api/v1/releases");
  }

  private static List<String> answers(int release) {
    List<String> answers = new ArrayList<>();
    for (String measure : MEASURES) {
      for (String by : By.codes()) {
        answers.add(
            analyst()
                .queryParam("release", release)
                .queryParam("by", by)
                .get("/api/v1/measures/" + measure)
                .asString());
      }
    }
    return answers;
  }

  private static List<String> withoutRelease(List<String> answers) {
    return answers.stream()
        .map(answer -> answer.replaceAll("\"release\":\\{[^}]*}", "\"release\":{}"))
        .toList();
  }

  /** Every event is claimed once, however often it was told. */
  private static void awaitFacts(int events) {
    Patience.until(
        "every event taken", () -> DATABASE.count("select count(*) from inbox") >= events);
  }

  /** As on the day a service is set up anew and reads its topics from the beginning. */
  private static void forgetEverything() {
    for (String fact : FACTS) {
      DATABASE.run("truncate " + fact + "_fact");
    }
    DATABASE.run("truncate release cascade");
    DATABASE.run("truncate inbox");
    DATABASE.run("truncate aggregate_progress");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(String query) {
    return (List<Map<String, Object>>) (List<?>) DATABASE.rows(query);
  }
}
