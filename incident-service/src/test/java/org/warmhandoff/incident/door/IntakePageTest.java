package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** The page of what was made of a day's posts, and the counts behind it. */
@QuarkusTest
@WithStack("incident-service")
class IntakePageTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void showsWhatWasTakenRefusedOddAndUnused() {
    ObjectNode report = report(newNumber());
    Doors.post("cad-windsor", report).then().statusCode(201);
    Doors.post("cad-windsor", report).then().statusCode(200);
    Doors.post(
            "cad-windsor",
            report(newNumber()).put("asOf", TestClock.now().plusSeconds(600).toString()))
        .then()
        .statusCode(201);
    Doors.post("cad-windsor", report(newNumber()).put("status", "gone")).then().statusCode(422);
    Doors.post("cad-windsor", report(newNumber()).put("type", "LOCAL-9")).then().statusCode(201);
    String page = Doors.browser("windsor-dispatcher").get("/intake").body();
    assertThat(page)
        .contains("<h2>windsor</h2>", "first heard of", "unchanged", "Some posts were refused.")
        .contains("unknown-code", "/status", "Map your own code")
        .contains("time-ahead", "clock is ahead")
        .contains("<svg", "Last post ")
        .doesNotContain("Made Up", "555-01", "LOCAL-9", "style=", "onclick", "{#", "NOT_FOUND");
    assertThat(page).doesNotContain("<h2>cleveland</h2>");
  }

  @Test
  void anAdministratorSeesEveryCadAndTheSilentOnesToo() {
    Doors.post("cad-cleveland", report(newNumber())).then().statusCode(201);
    String page = Doors.browser("administrator").get("/intake").body();
    assertThat(page).contains("<h2>cleveland</h2>", "<h2>windsor</h2>");
  }

  @Test
  void speaksFrench() {
    Doors.post("cad-windsor", report(newNumber()).put("status", "gone")).then().statusCode(422);
    String page = Doors.browser("windsor-dispatcher", "fr").get("/intake").body();
    assertThat(page)
        .contains("dernières 24 heures", "Des envois ont été refusés", "Traduisez votre code")
        .doesNotContain("Some posts", "Map your own");
  }

  @Test
  void rowsOfStreamsAndBatchesAreCountedAndHistoryIsNot() {
    long before = taken("richelieu");
    String lines = report(newNumber()) + "\n" + report(newNumber()) + "\n{}\n";
    lines("/api/v1/incidents", lines);
    lines("/api/v1/incidents/history", report(newNumber()) + "\n");
    assertThat(taken("richelieu")).isEqualTo(before + 2);
    assertThat(
            Doors.SQL.count(
                "select count(*) from intake_tally where police_service = 'richelieu'"
                    + " and kind = 'REFUSED' and pointer = '/occurredAt'"))
        .isPositive();
  }

  @Test
  void aFloodOfRefusalsIsAHandfulOfRows() {
    TestClock.advance(Duration.ofMinutes(2));
    taken("windsor");
    long before = rows();
    for (int i = 0; i < 60; i++) {
      ObjectNode wrong = report(newNumber());
      ((ObjectNode) wrong.path("persons").get(i % 2)).put("role", "Kanarienvogel" + i);
      Doors.post("cad-windsor", wrong).then().statusCode(422);
    }
    taken("windsor");
    assertThat(rows() - before).isBetween(1L, 20L);
  }

  @Test
  void theNameOfAFieldIsWrittenDownOnceItBelongsToTheForm() {
    for (int i = 0; i < 3; i++) {
      look(report(newNumber()).put("JohnKanarienvogel", 1).put("Kanarien Vogel", 1));
    }
    taken("harbour-city");
    assertThat(pointers()).contains("/?").noneMatch(one -> one.contains("Kanarien"));
    assertThat(Doors.browser("administrator").get("/intake").body()).doesNotContain("Kanarien");
  }

  @Test
  void whatWasCountedStays() {
    taken("windsor");
    Sql app = Sql.as("incident", "incident_app");
    for (String statement :
        List.of(
            "update intake_tally set times = 1",
            "delete from intake_tally",
            "truncate intake_tally")) {
      assertThatThrownBy(() -> app.run(statement)).hasMessageContaining("permission denied");
    }
    long before = rows();
    app.rows("select forget_old_intake()");
    assertThat(rows()).isEqualTo(before);
    Doors.SQL.run(
        "insert into intake_tally (police_service, jurisdiction, minute, kind, code, pointer,"
            + " times, last_at, recorded_at) values ('windsor', 'CA-ON', now() - interval '2 days',"
            + " 'TAKEN', 'created', '', 1, now(), now() - interval '25 hours')");
    app.rows("select forget_old_intake()");
    assertThat(rows()).isEqualTo(before);
  }

  /** Posts it when a look is due again. */
  private static void look(ObjectNode report) {
    java.util.concurrent.locks.LockSupport.parkNanos(1_100_000_000L);
    Doors.post("cad-harbour-city", report).then().statusCode(201);
  }

  private static List<String> pointers() {
    return Doors.SQL
        .rows(
            "select pointer from intake_tally where police_service = 'harbour-city'"
                + " and kind = 'UNUSED'")
        .stream()
        .map(row -> String.valueOf(row.get("pointer")))
        .toList();
  }

  /** Posts of a police service that were counted as taken; the page has them written down first. */
  private static long taken(String policeService) {
    Doors.browser("administrator").get("/intake");
    return Doors.SQL.count(
        "select coalesce(sum(times), 0) from intake_tally"
            + " where police_service = ? and kind = 'TAKEN'",
        policeService);
  }

  private static long rows() {
    return Doors.SQL.count("select count(*) from intake_tally");
  }

  private static void lines(String path, String lines) {
    io.restassured.RestAssured.given()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/x-ndjson", io.restassured.http.ContentType.TEXT)))
        .auth()
        .oauth2(Tokens.client("cad-richelieu"))
        .header("Content-Type", "application/x-ndjson")
        .body(lines)
        .post(path)
        .then()
        .statusCode(200);
  }
}
