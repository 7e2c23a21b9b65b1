package org.warmhandoff.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Pages on their way to telephones: a real gateway, a real database, and what must not ring. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
class DeliveryTest {

  private static final List<String> NOT_SAID =
      List.of("police", "violence", "incident", "victim", "domestic", "officer", "abuse");

  private static final UUID NONE = new UUID(0, 0);

  private final Town town = new Town();
  private UUID help = NONE;

  @BeforeEach
  void open() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
  }

  @AfterEach
  void nobodyIsLeftCalledOn() {
    if (!help.equals(NONE)) {
      callOff();
    }
  }

  private void callOff() {
    Browser supervisor = Town.browser("hiatus-supervisor", "en");
    supervisor.get("/direct/" + help);
    supervisor.post("/direct/" + help + "/stand-down", Map.of("reason", "mistake", "sure", "yes"));
  }

  private UUID paged(String worker, String... channels) {
    town.onDuty("v", worker);
    put(worker, channels);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    help = Town.assignment(Town.told(incident, "worker-paged"));
    return incident;
  }

  private static void put(String worker, String... channels) {
    Town.administrator()
        .body("{\"channels\":[" + String.join(",", channels) + "]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(worker) + "/channels")
        .then()
        .statusCode(204);
  }

  private String states() {
    return Town.SQL
        .rows(
            "select notice || ' ' || kind || ' ' || state as said from delivery"
                + " where assignment = ? order by made_at, place",
            help)
        .stream()
        .map(row -> String.valueOf(row.get("said")))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + ", " + one);
  }

  private void eventually(String states) {
    try {
      Town.eventually(() -> states().equals(states));
    } catch (AssertionError late) {
      assertEquals(states, states());
    }
  }

  @Test
  void aPageReachesTheTelephoneAndSaysNothingOfAnybody() {
    Telephone phone = Telephone.of(1);
    UUID incident = paged("fswe-worker-1", phone.as("sms"));
    eventually("page sms sent");

    Map<String, String> message = phone.received().getFirst();
    assertEquals("/2010-04-01/Accounts/ACdemo/Messages.json", message.get("path"));
    assertEquals("+15195550100", message.get("From"));
    String basic =
        Base64.getEncoder()
            .encodeToString("ACdemo:open-sesame".getBytes(StandardCharsets.US_ASCII));
    assertEquals("Basic " + basic, message.get("auth"));
    String body = String.valueOf(message.get("Body"));
    assertTrue(
        body.matches(
            "Someone needs you. Open: http://localhost:8080/notification/go/[0-9a-f]{32}"
                + " Reply YES [0-9]{4} or NO [0-9]{4}."),
        body);
    assertFalse(body.contains(incident.toString()) || body.contains(String.valueOf(help)));
    NOT_SAID.forEach(word -> assertFalse(body.toLowerCase(Locale.ROOT).contains(word), word));
    UUID staff = Tokens.staffIdOf("fswe-worker-1");
    assertEquals(
        0,
        Town.SQL.count(
            "select count(*) from worker where id = ? and channels::text like '%5550%'", staff),
        "the number is nowhere in the clear");
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from staff_contact where staff = ? and proof = 'called-back'"
                + " and position('5550101'::bytea in sealed) = 0",
            staff));
    String metrics = RestAssured.get("/q/metrics").asString();
    assertTrue(metrics.contains("handoff_deliveries_total"), "counted by channel and state");
    assertFalse(metrics.contains("5550101"));
  }

  @Test
  void aBusyGatewayIsAskedAgainForTheSameMessage() {
    Telephone phone = Telephone.of(2);
    phone.answers("503");
    paged("fswe-worker-2", phone.as("sms"));
    eventually("page sms sent");
    assertEquals(2, phone.received().size());
    assertEquals(1, phone.received().stream().map(sent -> sent.get("key")).distinct().count());
  }

  @ParameterizedTest
  @CsvSource({
    "3, 400, 'page sms failed-for-good, page voice sent'",
    "4, 201, 'page sms sent, page voice sent'"
  })
  void theNextChannelStepsInWhereTheFirstFailedOrIsNotConfirmed(
      int line, String status, String states) {
    Telephone phone = Telephone.of(line);
    phone.answers(status);
    paged(
        "fswe-worker-3",
        "{\"kind\":\"in-app\",\"verified\":true}",
        phone.as("sms"),
        phone.as("voice"));
    eventually(states);
    List<Map<String, String>> received = phone.received();
    assertEquals("/2010-04-01/Accounts/ACdemo/Calls.json", received.getLast().get("path"));
    assertTrue(String.valueOf(received.getLast().get("Twiml")).contains("Someone needs you."));
    assertEquals(2, received.size());
  }

  @Test
  void whatAKilledProcessHadTakenIsSentOnceMoreUnderItsKey() {
    Telephone phone = Telephone.of(5);
    paged("car-worker-1", phone.as("sms"));
    eventually("page sms sent");
    Town.SQL.run(
        "update delivery set state = 'sending', lease = gen_random_uuid(),"
            + " leased_until = clock_timestamp() - interval '1 second',"
            + " due_at = clock_timestamp() - interval '1 minute' where assignment = ?",
        help);
    Town.eventually(() -> phone.received().size() == 2);
    eventually("page sms sent");
    assertEquals(1, phone.received().stream().map(sent -> sent.get("key")).distinct().count());
  }

  /** Whatever a row says, the claim asks anew. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update page set ended_at = paged_at, ending = 'withdrawn' where assignment = ?",
        "update routing set mode = 'TEST' where incident ="
            + " (select incident from assignment where id = ?)",
        "update routing set mode = 'HISTORY' where incident ="
            + " (select incident from assignment where id = ?)",
        "update delivery set good_until = paged.paged_at - interval '1 second'"
            + " from page paged where paged.assignment = delivery.assignment"
            + " and delivery.assignment = ?",
      })
  void whatIsOverStaleOrADrillRingsNobody(String change) {
    Telephone phone = Telephone.of(6);
    paged("car-worker-2", phone.as("sms"));
    eventually("page sms sent");
    int before = phone.received().size();
    assertEquals(1, Town.SQL.run(change, help));
    again();
    eventually("page sms cancelled");
    assertEquals(before, phone.received().size());
    if (change.contains("routing")) {
      Town.SQL.run(
          "update routing set mode = 'LIVE' where incident ="
              + " (select incident from assignment where id = ?)",
          help);
    }
  }

  /** The same row is sent where nothing of that is so: the test above could fail. */
  @Test
  void whatIsOpenFreshAndLiveIsSent() {
    Telephone phone = Telephone.of(7);
    paged("car-worker-2", phone.as("sms"));
    eventually("page sms sent");
    again();
    Town.eventually(() -> phone.received().size() == 2);
  }

  private void again() {
    assertEquals(
        1,
        Town.SQL.run(
            "update delivery set state = 'waiting', due_at = clock_timestamp()"
                + " where assignment = ?",
            help));
  }

  @Test
  void whatWasNotSentBeforeTheAnswerIsNotSentAfterIt() {
    Telephone phone = Telephone.of(8);
    phone.answers("503,503,503");
    paged("car-worker-3", phone.as("sms"));
    eventually("page sms failed-for-now");
    Town.as(Tokens.of("car-worker-3"))
        .post("/api/v1/assignments/" + help + "/acceptance")
        .then()
        .statusCode(204);
    eventually("page sms cancelled");
  }

  @Test
  void whoeverWasReachedHearsThereThatItIsCalledOff() {
    Telephone phone = Telephone.of(9);
    paged("car-worker-4", phone.as("sms"));
    eventually("page sms sent");
    Town.as(Tokens.of("car-worker-4"))
        .post("/api/v1/assignments/" + help + "/acceptance")
        .then()
        .statusCode(204);
    assertEquals("page sms sent", states(), "who said yes is not told to stop");
    callOff();
    eventually("page sms sent, stop sms sent");
    String body = String.valueOf(phone.received().getLast().get("Body"));
    assertTrue(body.startsWith("Called off: stop."), body);
  }

  @Test
  void nobodyIsCalledOnANumberThatNobodyProved() {
    String staff = "/api/v1/staff/" + UUID.randomUUID() + "/channels";
    Town.administrator()
        .body("{\"channels\":[{\"kind\":\"sms\",\"verified\":true,\"address\":\"+15195550110\"}]}")
        .put(staff)
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/channels/0/proof"));
    Town.administrator()
        .body("{\"channels\":[{\"kind\":\"sms\",\"address\":\"519 555 0110\"}]}")
        .put(staff)
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/channels/0/address"))
        .body(not(containsString("0110")));
  }

  @Test
  void whatIsPutAgainKeepsItsProofAndWhatIsTakenAwayIsForgotten() {
    UUID staff = UUID.randomUUID();
    String door = "/api/v1/staff/" + staff + "/channels";
    Telephone phone = Telephone.of(10);
    for (String body :
        List.of(
            "{\"channels\":[" + phone.as("sms") + "]}",
            "{\"channels\":[{\"kind\":\"sms\",\"verified\":true,\"address\":\"+15195550110\"}]}")) {
      Town.administrator().body(body).put(door).then().statusCode(204);
      assertEquals(1, contacts(staff));
    }
    Town.administrator().body("{\"channels\":[]}").put(door).then().statusCode(204);
    assertEquals(0, contacts(staff));
  }

  private static long contacts(UUID staff) {
    return Town.SQL.count("select count(*) from staff_contact where staff = ?", staff);
  }
}
