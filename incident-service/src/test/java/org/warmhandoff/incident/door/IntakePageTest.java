package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
        .contains("unknown-code", "/status", "Send one of the values")
        .contains("time-ahead", "clock is ahead")
        .contains("<svg", "Last post ", "Longest time without a post: ", "Not counted: ")
        .doesNotContain("Made Up", "555-01", "LOCAL-9", "style=", "onclick", "{#", "NOT_FOUND");
    assertThat(page).doesNotContain("<h2>cleveland</h2>");
  }

  @Test
  void anAdministratorSeesEveryCadAndTheSilentOnesToo() {
    Doors.post("cad-cleveland", report(newNumber())).then().statusCode(201);
    String page = Doors.browser("administrator").get("/intake").body();
    assertThat(page).contains("/intake/cleveland\"", "/intake/windsor\"").doesNotContain("<svg");
    assertThat(day("cleveland")).contains("<h2>cleveland</h2>", "first heard of");
    assertThat(Doors.browser("administrator").get("/intake/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aDispatcherSeesTheOwnCadAndNoOther() {
    assertThat(Doors.browser("windsor-dispatcher").get("/intake/windsor").statusCode())
        .isEqualTo(200);
    assertThat(Doors.browser("windsor-dispatcher").get("/intake/cleveland").statusCode())
        .isEqualTo(404);
  }

  /** Who is kept out of an incident must not read here that there is one. */
  @Test
  void thatSomebodyOfTheStaffIsAPartyIsShownToNobody() {
    ObjectNode planted = report(newNumber());
    ((ObjectNode) planted.path("persons").get(1))
        .put("staffId", Tokens.staffIdOf("windsor-dispatcher").toString());
    ((ObjectNode) planted.path("persons").get(0)).put("ref", "same");
    planted.withArray("persons").add(Doors.person("same", "alleged-offender"));
    Response answer = Doors.post("cad-windsor", planted);
    assertThat(answer.jsonPath().getList("flags")).contains("staff-party", "dual-role");
    String line =
        report(newNumber()).put("asOf", TestClock.now().plusSeconds(500).toString()).toString();
    lines("cad-windsor", "application/x-ndjson", "/api/v1/incidents", line, 200);
    ObjectNode inAStream = planted.deepCopy().put("externalId", newNumber());
    lines("cad-windsor", "application/x-ndjson", "/api/v1/incidents", inAStream.toString(), 200);
    String incident = answer.jsonPath().getString("incident");
    for (String page :
        List.of(
            Doors.browser("windsor-dispatcher").get("/intake").body(),
            day("windsor"),
            Doors.SQL.rows("select * from intake_tally").toString())) {
      assertThat(page)
          .contains("time-ahead")
          .doesNotContain("staff-party", "dual-role", incident, "member of staff");
    }
  }

  @Test
  void speaksFrench() {
    Doors.post("cad-windsor", report(newNumber()).put("status", "gone")).then().statusCode(422);
    String page = Doors.browser("windsor-dispatcher", "fr").get("/intake").body();
    assertThat(page)
        .contains("dernières 24 heures", "Des envois ont été refusés", "une des valeurs attendues")
        .doesNotContain("Some posts", "Map your own");
  }

  @Test
  void rowsOfStreamsAndBatchesAreCountedAndHistoryIsNot() {
    long before = taken("richelieu");
    ObjectNode ahead = report(newNumber()).put("asOf", TestClock.now().plusSeconds(600).toString());
    String lines = ahead + "\n" + report(newNumber()) + "\n{}\n";
    lines("/api/v1/incidents", lines);
    lines("/api/v1/incidents/history", report(newNumber()) + "\n");
    assertThat(taken("richelieu")).isEqualTo(before + 2);
    assertThat(odd("richelieu")).isEqualTo(1);
    long refused = refused("richelieu");
    ObjectNode local = report(newNumber()).put("occurredAt", "2019-05-05T01:00:00");
    lines("/api/v1/incidents/history", local + "\n");
    lines("/api/v1/incidents/history", report(newNumber()).put("test", true) + "\n" + local + "\n");
    taken("richelieu");
    assertThat(refused("richelieu")).isEqualTo(refused);
    TestClock.advance(Duration.ofMinutes(2));
    ObjectNode event =
        Doors.JSON.createObjectNode().put("specversion", "1.0").put("id", newNumber());
    event.put("source", "/cad").put("type", "org.warmhandoff.report.v1");
    event.put("datacontenttype", "application/json");
    event.set(
        "data",
        report(newNumber()).put("asOf", TestClock.now().plusSeconds(600).toString()).put("7B", 1));
    lines(
        "cad-richelieu",
        "application/cloudevents-batch+json",
        "/api/v1/incidents",
        "[" + event + "]",
        207);
    assertThat(taken("richelieu")).isEqualTo(before + 3);
    assertThat(odd("richelieu")).isEqualTo(2);
    assertThat(
            Doors.SQL.count(
                "select count(*) from intake_tally where police_service = 'richelieu' and kind = 'UNUSED'"))
        .isPositive();
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
    assertThat(day("harbour-city")).doesNotContain("Kanarien");
    for (int i = 0; i < 12; i++) {
      look(report(newNumber()).put("ourForm", 1));
    }
    taken("harbour-city");
    assertThat(pointers()).contains("/ourForm").noneMatch(one -> one.contains("Kanarien"));
  }

  @Test
  void aRareRefusalIsShownBesideManyPlacesThatDecideNothing() {
    for (int i = 0; i < 250; i++) {
      Doors.SQL.run(
          "insert into intake_tally (police_service, jurisdiction, minute, kind, code, pointer,"
              + " times, last_at) values ('cleveland', 'GB-ENG', ?, 'UNUSED', 'no-use', '/x"
              + i
              + "', 50, ?)",
          TestClock.now().atOffset(java.time.ZoneOffset.UTC),
          TestClock.now().atOffset(java.time.ZoneOffset.UTC));
    }
    Doors.post("cad-cleveland", report(newNumber()).put("status", "gone")).then().statusCode(422);
    assertThat(day("cleveland")).contains("Some posts were refused.", "/status", "/x1<");
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
    TestClock.advance(Duration.ofSeconds(61));
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

  private static long odd(String policeService) {
    return Doors.SQL.count(
        "select coalesce(sum(times), 0) from intake_tally"
            + " where police_service = ? and kind = 'ODD' and code = 'time-ahead'",
        policeService);
  }

  private static long refused(String policeService) {
    return Doors.SQL.count(
        "select coalesce(sum(times), 0) from intake_tally"
            + " where police_service = ? and kind = 'REFUSED'",
        policeService);
  }

  /** The page of one police service, as an administrator sees it. */
  private static String day(String policeService) {
    return Doors.browser("administrator").get("/intake/" + policeService).body();
  }

  private static long rows() {
    return Doors.SQL.count("select count(*) from intake_tally");
  }

  private static void lines(String path, String lines) {
    lines("cad-richelieu", "application/x-ndjson", path, lines, 200);
  }

  private static void lines(String client, String type, String path, String body, int status) {
    io.restassured.RestAssured.given()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
        .auth()
        .oauth2(Tokens.client(client))
        .header("Content-Type", type)
        .body(body)
        .post(path)
        .then()
        .statusCode(status);
  }
}
