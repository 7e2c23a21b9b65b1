package org.warmhandoff.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.Town.administrator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Shifts as people take, give, exchange and change them, and what stands in their way. */
@QuarkusTest
@WithStack("notification-service")
class RosteringDoorTest {

  private static final ZoneId WINDSOR = ZoneId.of("America/Toronto");
  private static final String ASH = "fswe-worker-1";
  private static final String BIRCH = "fswe-worker-2";
  private static final String STRANGER = "hiatus-worker-1";
  private static final String SUPERVISOR = "hiatus-supervisor";

  private final Town town = new Town();
  private final UUID rotation = UUID.randomUUID();

  @BeforeEach
  void programs() {
    town.put("a", town.program("a", "virtual", "worker-wanted", SUPERVISOR)).statusCode(200);
    List.of(ASH, BIRCH, STRANGER).forEach(this::there);
  }

  private void there(String person) {
    town.register(person);
    Town.offDuty(person);
  }

  @AfterEach
  void goOn() {
    administrator().delete("/api/v1/rota/" + rotation);
    Town.SQL.run(
        "update shift set called_off_at = now() where called_off_at is null and rotation is null"
            + " and programs[1] like ?",
        town.name + "%");
    TestClock.run();
    Raising.end(town.name);
  }

  private static RequestSpecification as(String person) {
    return RestAssured.given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
  }

  private static UUID id(String person) {
    return Tokens.staffIdOf(person);
  }

  /** Groups of one that take turns by the week, mornings in the program's zone. */
  private void rotation(String from, String to, String... people) {
    ObjectNode body = Town.JSON.createObjectNode().put("program", town.code("a"));
    ArrayNode groups = body.putArray("groups");
    for (String person : people) {
      groups.addArray().add(id(person).toString());
    }
    body.putObject("window").put("rule", "FREQ=DAILY").put("from", from).put("to", to);
    administrator().body(body.toString()).put("/api/v1/rota/" + rotation).then().statusCode(204);
  }

  private UUID shiftOf(String person, int days) {
    Instant from = TestClock.now().plus(Duration.ofDays(days));
    String found =
        text(
            "select id::text from shift where staff = ? and starts > cast(? as timestamptz)"
                + " and called_off_at is null and programs[1] = ? order by starts limit 1",
            id(person),
            from.toString(),
            town.code("a"));
    return UUID.fromString(found);
  }

  private static String staffOf(UUID shift) {
    return text("select coalesce(staff::text, '') from shift where id = ?", shift);
  }

  private UUID open(Instant starts, Duration length) {
    ObjectNode body = Town.JSON.createObjectNode();
    body.putArray("programs").add(town.code("a"));
    body.putArray("staff").addNull();
    body.put("starts", starts.toString()).put("ends", starts.plus(length).toString());
    return UUID.fromString(
        as(SUPERVISOR)
            .body(body.toString())
            .put("/api/v1/shifts/" + UUID.randomUUID())
            .then()
            .statusCode(200)
            .extract()
            .<String>path("shifts[0]"));
  }

  /** Noon in Windsor, so that no hour the test runs at brings two windows together. */
  private static Instant tomorrow() {
    return TestClock.now()
        .atZone(WINDSOR)
        .toLocalDate()
        .plusDays(1)
        .atTime(12, 0)
        .atZone(WINDSOR)
        .toInstant();
  }

  @Test
  void whoBelongsToAProgramSignsUpAndNobodyTwice() {
    rotation("05:00", "05:30", ASH, BIRCH);
    UUID shift = open(tomorrow().plus(Duration.ofHours(10)), Duration.ofHours(4));
    as(STRANGER).post("/api/v1/shifts/" + shift + "/taking").then().statusCode(404);
    as(ASH).post("/api/v1/shifts/" + shift + "/taking").then().statusCode(204);
    as(ASH).post("/api/v1/shifts/" + shift + "/taking").then().statusCode(204);
    as(BIRCH)
        .post("/api/v1/shifts/" + shift + "/taking")
        .then()
        .statusCode(409)
        .body("type", containsString("shift-taken"));
    assertEquals(id(ASH).toString(), staffOf(shift));
    UUID same = open(tomorrow().plus(Duration.ofHours(13)), Duration.ofHours(4));
    as(ASH)
        .post("/api/v1/shifts/" + same + "/taking")
        .then()
        .statusCode(409)
        .body("type", containsString("shift-overlap"));
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from rostering_act where subject = ? and act = 'shift-taken'", shift));
  }

  @Test
  void aSwapMovesWithItsShiftWhenTheRotationIsPutAnew() {
    rotation("05:00", "09:00", ASH);
    UUID shift = shiftOf(ASH, 3);
    // Birch belongs to the program by another shift
    UUID other = open(tomorrow().plus(Duration.ofDays(20)), Duration.ofHours(1));
    override(other, BIRCH).statusCode(204);
    as(BIRCH).post("/api/v1/shifts/" + shift + "/taking").then().statusCode(409);
    as(ASH).put("/api/v1/shifts/" + shift + "/offer").then().statusCode(204);
    as(BIRCH).post("/api/v1/shifts/" + shift + "/taking").then().statusCode(204);
    assertEquals(id(BIRCH).toString(), staffOf(shift));
    rotation("06:00", "10:00", ASH);
    assertEquals(id(BIRCH).toString(), staffOf(shift), "hers, an hour later");
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from shift where id = ? and extract(hour from starts at time zone"
                + " 'America/Toronto') = 6",
            shift));
  }

  private static ValidatableResponse override(UUID shift, String person) {
    return as(SUPERVISOR)
        .body("{\"staff\":\"" + id(person) + "\",\"reason\":\"gap\"}")
        .put("/api/v1/shifts/" + shift + "/staff")
        .then();
  }

  @Test
  void twoExchangeTheirShiftsAtOnceOrNotAtAll() {
    UUID mine = open(tomorrow().plus(Duration.ofHours(2)), Duration.ofHours(8));
    UUID hers = open(tomorrow().plus(Duration.ofHours(6)), Duration.ofHours(8));
    override(mine, ASH).statusCode(204);
    override(hers, BIRCH).statusCode(204);
    as(ASH)
        .body("{\"forShift\":\"" + hers + "\"}")
        .put("/api/v1/shifts/" + mine + "/offer")
        .then()
        .statusCode(204);
    as(BIRCH).post("/api/v1/shifts/" + mine + "/taking").then().statusCode(204);
    assertEquals(id(BIRCH).toString(), staffOf(mine));
    assertEquals(id(ASH).toString(), staffOf(hers));
  }

  @Test
  void aSupervisorPlansTheirOwnProgramsAndNoOthers() {
    UUID shift = open(tomorrow(), Duration.ofHours(2));
    as("onscene-supervisor-1")
        .body("{\"reason\":\"gap\"}")
        .put("/api/v1/shifts/" + shift + "/staff")
        .then()
        .statusCode(404);
    as(SUPERVISOR).delete("/api/v1/shifts/" + shift).then().statusCode(422);
    as(SUPERVISOR).delete("/api/v1/shifts/" + shift + "?reason=mistake").then().statusCode(204);
    as(SUPERVISOR)
        .delete("/api/v1/shifts/" + shift + "?reason=mistake")
        .then()
        .statusCode(409)
        .body("type", containsString("shift-over"));
  }

  @Test
  void leaveCountsOnceItIsGrantedAndLeavesAGapThatIsSeen() {
    rotation("00:00", "24:00", ASH);
    Instant starts = tomorrow();
    UUID leave = UUID.randomUUID();
    String wish =
        "{\"starts\":\"" + starts + "\",\"ends\":\"" + starts.plus(Duration.ofDays(1)) + "\"}";
    as(ASH).body(wish).post("/api/v1/leave/" + leave + "/asking").then().statusCode(204);
    rota(SUPERVISOR).body("gaps[0]", hasSize(0));
    as("onscene-supervisor-1").post("/api/v1/leave/" + leave + "/grant").then().statusCode(404);
    as(SUPERVISOR).post("/api/v1/leave/" + leave + "/grant").then().statusCode(204);
    rota(SUPERVISOR).body("gaps[0]", hasSize(1));
    assertTrue(
        Town.browser(SUPERVISOR, "en").get("/duty").body().contains("Nobody will be on duty"));
    as(ASH).delete("/api/v1/leave/" + leave).then().statusCode(204);
    rota(SUPERVISOR).body("gaps[0]", hasSize(0));
  }

  private ValidatableResponse rota(String person) {
    return as(person)
        .get("/api/v1/rota")
        .then()
        .statusCode(200)
        .rootPath("programs.findAll { it.code == '" + town.code("a") + "' }");
  }

  @Test
  void aCalendarIsReadAtItsAddressUntilThereIsANewOne() throws Exception {
    rotation("05:00", "09:00", ASH);
    String first = address();
    Calendar calendar =
        new CalendarBuilder()
            .build(
                new StringReader(
                    RestAssured.given().get(first).then().statusCode(200).extract().asString()));
    calendar.validate();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertTrue(events.size() >= 50, "weeks ahead: " + events.size());
    assertFalse(calendar.toString().contains(id(ASH).toString()), "nobody's id");
    String second = address();
    RestAssured.given().get(first).then().statusCode(404);
    RestAssured.given().get(second).then().statusCode(200);
  }

  private static String address() {
    Browser ash = Town.browser(ASH, "en");
    ash.get("/rota");
    String page = ash.post("/rota/calendar", Map.of()).body();
    int at = page.indexOf("/api/v1/rota/calendar/");
    return page.substring(at, page.indexOf('"', at));
  }

  @Test
  void theWeekIsShownAndAShiftIsTakenOnItsPage() {
    rotation("05:00", "05:30", ASH);
    UUID shift = open(tomorrow().plus(Duration.ofHours(10)), Duration.ofHours(4));
    Browser ash = Town.browser(ASH, "en");
    String week = ash.get("/rota?week=" + weekOf(shift)).body();
    assertTrue(week.contains("/rota/shifts/" + shift), week);
    String page = ash.get("/rota/shifts/" + shift + "?week=" + weekOf(shift)).body();
    assertTrue(page.contains("I take this shift"), page);
    assertEquals(200, ash.post("/rota/shifts/" + shift + "/taking", Map.of()).statusCode());
    assertEquals(id(ASH).toString(), staffOf(shift));
    String french = Town.browser(ASH, "fr").get("/rota").body();
    assertTrue(french.contains("Qui est de service"), french);
  }

  @Test
  void onASundayEveningItIsStillThisWeek() {
    rotation("19:00", "21:00", ASH);
    LocalDate sunday =
        TestClock.now()
            .atZone(WINDSOR)
            .toLocalDate()
            .with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    // Monday, a quarter past midnight or past one in UTC
    TestClock.freezeAt(sunday.atTime(20, 15).atZone(WINDSOR).toInstant());
    String page = Town.browser(ASH, "en").get("/rota").body();
    assertTrue(page.contains("?week=" + sunday.minusDays(13)), page);
    assertTrue(page.contains("?week=" + sunday.plusDays(1)), page);
  }

  private static String weekOf(UUID shift) {
    return text("select starts::date::text from shift where id = ?", shift);
  }

  @Test
  void ofAFileWhatIsAShiftIsTakenAndOfTheRestItIsSaidWhy() {
    String head = "staff,programs,starts,ends,zones\n";
    String good =
        "%s,%s,%s,%s,windsor tecumseh\n"
            .formatted(id(ASH), town.code("a"), tomorrow(), tomorrow().plus(Duration.ofHours(8)));
    String file =
        head
            + good
            + good.replace(id(ASH).toString(), "nobody")
            + good.replace(town.code("a"), "no-such-program")
            + good.replace("windsor tecumseh", "lasalle").replace(id(ASH) + "", id(BIRCH) + "")
            + good.replace(",windsor tecumseh", "")
            + good.replace("windsor tecumseh", "");
    for (int again = 0; again < 2; again++) {
      as(SUPERVISOR)
          .contentType("text/csv")
          .body(file)
          .post("/api/v1/rota/import")
          .then()
          .statusCode(200)
          .body("taken", equalTo(2))
          .body("refused.row", equalTo(List.of(2, 3, 5, 6)))
          .body("refused[0].pointer", equalTo("/staff"))
          .body("refused[3].problem", equalTo("shift-overlap"));
    }
    as(SUPERVISOR)
        .contentType("text/csv")
        .body("who,when\n1,2\n")
        .post("/api/v1/rota/import")
        .then()
        .statusCode(422);
  }

  @Test
  void aRecurringEventIsAShiftEachTime() {
    String calendar =
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//test//EN\r
        BEGIN:VEVENT\r
        UID:1@test\r
        DTSTAMP:20260101T000000Z\r
        DTSTART:%sT090000\r
        DTEND:%sT120000\r
        RRULE:FREQ=WEEKLY;COUNT=3\r
        SUMMARY:Work\r
        END:VEVENT\r
        END:VCALENDAR\r
        """;
    String day = tomorrow().plus(Duration.ofDays(1)).toString().substring(0, 10).replace("-", "");
    as(SUPERVISOR)
        .contentType("text/calendar")
        .queryParam("program", town.code("a"))
        .queryParam("staff", id(ASH).toString())
        .queryParam("zone", "America/Toronto")
        .body(calendar.formatted(day, day))
        .post("/api/v1/rota/import")
        .then()
        .statusCode(200)
        .body("taken", equalTo(3))
        .body("refused", hasSize(0));
    assertEquals(
        3,
        Town.SQL.count(
            "select count(*) from shift where staff = ? and programs[1] = ? and called_off_at is"
                + " null and extract(hour from starts at time zone 'America/Toronto') = 9",
            id(ASH),
            town.code("a")));
    as(SUPERVISOR)
        .contentType("text/calendar")
        .queryParam("program", town.code("a"))
        .body("no calendar")
        .post("/api/v1/rota/import")
        .then()
        .statusCode(422);
  }

  private static String text(String query, Object... arguments) {
    return String.valueOf(Town.SQL.rows(query, arguments).getFirst().values().iterator().next());
  }
}
