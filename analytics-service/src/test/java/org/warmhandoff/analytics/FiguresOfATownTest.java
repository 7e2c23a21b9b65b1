package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.warmhandoff.analytics.Story.analyst;
import static org.warmhandoff.analytics.Story.awaitFacts;
import static org.warmhandoff.analytics.Story.closeRelease;
import static org.warmhandoff.analytics.Story.forgetEverything;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** What is answered of a town, once it was heard of. */
@QuarkusTest
@WithStack("analytics-service")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiguresOfATownTest {

  private static final Instant RECEIVED = TestClock.now().minus(Duration.ofDays(10));
  private static final Town TOWN = Story.town(RECEIVED);

  @Test
  @Order(1)
  void aReleaseOfTheTownIsClosed() {
    forgetEverything();
    TOWN.tell(5, 1);
    awaitFacts(TOWN.size());
    closeRelease().then().statusCode(201).body("number", equalTo(1));
  }

  @Test
  @Order(2)
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
  @Order(3)
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
  @Order(4)
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

  @Test
  @Order(5)
  @TestSecurity(
      user = "analyst",
      roles = "analyst",
      attributes = @SecurityAttribute(key = "police_service", value = "alder"))
  void anAnalystOfOnePoliceServiceReadsOfNoOther() {
    given()
        .queryParam("by", "police-service")
        .get("/api/v1/measures/connected-share")
        .then()
        .statusCode(200)
        .header("ETag", endsWith(".616c646572\""))
        .body("filters.policeService", equalTo("alder"))
        .body("rows.group", equalTo(List.of("alder")))
        .body("total.figures[0].numerator", equalTo(45))
        .body("total.figures[0].denominator", equalTo(60));
    given()
        .queryParam("by", "police-service")
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("<th scope=\"row\">alder</th>"))
        .body(not(containsString("<th scope=\"row\">beech</th>")));
  }

  @ParameterizedTest
  @Order(6)
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
}
