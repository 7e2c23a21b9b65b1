package org.warmhandoff.notification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What comes back from telephones: replies by their codes, receipts, and links that open once. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
class ReplyTest {

  private static final Pattern MARKS =
      Pattern.compile("/notification/go/([0-9a-f]{32}) Reply YES ([0-9]{4})");

  private final Town town = new Town();

  private record Sent(UUID help, String link, String code) {}

  private Sent called(String worker, Telephone phone, String... more) {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.onDuty("v", worker);
    String channels = String.join(",", phone.as("sms"), String.join(",", more));
    Town.administrator()
        .body("{\"channels\":[" + channels.replaceAll(",$", "") + "]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(worker) + "/channels")
        .then()
        .statusCode(204);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    UUID help = Town.assignment(Town.told(incident, "worker-paged"));
    return new Sent(help, "", "");
  }

  private Sent paged(String worker, Telephone phone, String... more) {
    UUID help = called(worker, phone, more).help();
    Town.eventually(() -> states(help).startsWith("sms sent"));
    Matcher marks = MARKS.matcher(String.valueOf(phone.received().getLast().get("Body")));
    assertTrue(marks.find());
    return new Sent(help, marks.group(1), marks.group(2));
  }

  private static String states(UUID help) {
    return Town.SQL
        .rows(
            "select kind || ' ' || state as said from delivery where assignment = ?"
                + " and notice = 'page' order by place",
            help)
        .stream()
        .map(row -> String.valueOf(row.get("said")))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + ", " + one);
  }

  private static String state(Sent sent) {
    return String.valueOf(
        Town.SQL
            .rows("select state_code from assignment where id = ?", sent.help())
            .getFirst()
            .get("state_code"));
  }

  private static String tell(String door, Map<String, String> fields) {
    return given()
        .header("X-Twilio-Signature", TelephoneResource.signed(door, fields))
        .formParams(fields)
        .post("/api/v1/telephone/" + door)
        .then()
        .extract()
        .asString();
  }

  private static String reply(Telephone from, String text) {
    return tell("replies", Map.of("From", from.number(), "Body", text));
  }

  @Test
  void aReplyTakesThePageItWasSentForAndNoOther() {
    Telephone phone = Telephone.of(21);
    Sent first = paged("hiatus-worker-2", phone);
    assertEquals("<Response/>", reply(Telephone.of(22), "YES " + first.code()));
    assertEquals("<Response/>", reply(phone, "YES"));
    assertEquals("paged", state(first), "somebody else's telephone, or no code");

    assertTrue(reply(phone, "no " + first.code()).contains("Somebody else is asked"));
    Town.eventually(() -> !state(first).equals("paged"));
    Sent second = paged("hiatus-worker-2", phone);
    assertFalse(first.code().equals(second.code()));
    assertEquals("<Response/>", reply(phone, "YES " + first.code()));
    assertEquals("paged", state(second), "the code of another page");
    assertTrue(reply(phone, "Yes " + second.code()).contains("it is yours"));
    assertEquals("accepted", state(second));
    assertTrue(reply(phone, "YES " + second.code()).contains("yours already"));
    assertTrue(reply(phone, "NO " + second.code()).contains("yours already"));
    assertEquals("accepted", state(second), "what was answered stays answered");
  }

  @Test
  void whatIsNotSignedOrWasChangedIsRefused() {
    Map<String, String> fields = Map.of("From", "+15195550121", "Body", "YES 1234");
    String signature = TelephoneResource.signed("replies", Map.of("From", "+15195550121"));
    for (String wrong : new String[] {"", signature}) {
      given()
          .header("X-Twilio-Signature", wrong)
          .formParams(fields)
          .post("/api/v1/telephone/replies")
          .then()
          .statusCode(403);
    }
  }

  @Test
  void aLinkOpensItsPageOnceAndForItsWorkerAlone() {
    Sent sent = paged("hiatus-worker-3", Telephone.of(23));
    String other = Town.browser("car-worker-1", "en").get("/go/" + sent.link()).uri().getPath();
    assertEquals("/notification/duty", other);
    assertEquals("/notification/duty/" + sent.help(), opened(sent));
    assertEquals("/notification/duty", opened(sent));
    reply(Telephone.of(23), "NO " + sent.code());
  }

  private static String opened(Sent sent) {
    HttpResponse<String> page = Town.browser("hiatus-worker-3", "en").get("/go/" + sent.link());
    assertEquals(200, page.statusCode());
    return page.uri().getPath();
  }

  @Test
  void aReceiptKeepsTheNextChannelBackOrLetsItStepIn() {
    Telephone phone = Telephone.of(24);
    Sent sent = paged("hiatus-worker-4", phone, phone.as("voice"));
    tell(receipts(sent), Map.of("MessageStatus", "delivered"));
    assertEquals("sms delivered, voice waiting", states(sent.help()));
    assertEquals(
        1,
        Town.SQL.count(
            "select count(*) from delivery where assignment = ? and kind = 'voice'"
                + " and due_at is null",
            sent.help()));
    reply(phone, "NO " + sent.code());

    Telephone lost = Telephone.of(25);
    Sent next = paged("hiatus-worker-1", lost, lost.as("voice"));
    tell(receipts(next), Map.of("MessageStatus", "undelivered"));
    Town.eventually(() -> states(next.help()).equals("sms failed-for-good, voice sent"));
    Town.as(Tokens.of("hiatus-worker-1"))
        .post("/api/v1/assignments/" + next.help() + "/acceptance")
        .then()
        .statusCode(204);
  }

  @Test
  void aReceiptMayComeBeforeTheGatewayHasAnswered() {
    Telephone phone = Telephone.of(26);
    phone.answers("503,503,503,503,503");
    Sent sent = called("hiatus-worker-2", phone, phone.as("voice"));
    Town.eventually(() -> states(sent.help()).startsWith("sms failed-for-now"));
    tell(receipts(sent), Map.of("MessageStatus", "delivered"));
    assertEquals("sms delivered, voice waiting", states(sent.help()));
    Town.as(Tokens.of("hiatus-worker-2"))
        .post("/api/v1/assignments/" + sent.help() + "/acceptance")
        .then()
        .statusCode(204);
  }

  private static String receipts(Sent sent) {
    return "receipts/"
        + Town.SQL
            .rows("select id from delivery where assignment = ? and kind = 'sms'", sent.help())
            .getFirst()
            .get("id");
  }
}
