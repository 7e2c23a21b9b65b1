package org.warmhandoff.referral;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.ReferralEvent.ReferralAnswered;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** The loop closes by topic and by API; the page is in PagesTest. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class AnswerDoorTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  private static UUID referral() {
    return Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
  }

  private static ReferralAnswered answered(UUID referral, Status status) {
    return Doors.awaited(
        Topics.REFERRAL,
        ReferralAnswered.class,
        event -> event.referral().equals(referral) && event.status() == status);
  }

  /**
   * Answers on an agency's topic as its own system would, with the attributes a plain one sends.
   */
  private static UUID say(
      String topicOf, String agency, UUID referral, Status status, @Nullable String reason) {
    UUID id = UUID.randomUUID();
    say(id, topicOf, agency, referral, status, reason);
    return id;
  }

  private static void say(
      UUID id,
      String topicOf,
      String agency,
      UUID referral,
      Status status,
      @Nullable String reason) {
    Instant now = TestClock.now();
    Records.send(
        Access.principalOf(topicOf),
        Topics.agencyAnswers(topicOf),
        referral.toString(),
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", id.toString(),
            "ce_source", "/agencies/" + topicOf,
            "ce_type", EventTypes.name(ReferralStatusChanged.class),
            "ce_subject", referral.toString(),
            "ce_time", now.toString(),
            "content-type", "application/json"),
        EventJson.write(new ReferralStatusChanged(agency, referral, status, reason, now)));
  }

  private String refusedWhy(UUID event) {
    Doors.until(
        "refused",
        () -> sql.count("select count(*) from refused_answer where event = ?", event) == 1);
    return String.valueOf(
        sql.rows("select why from refused_answer where event = ?", event).getFirst().get("why"));
  }

  @Test
  void anAnswerOnTheTopicMovesTheReferralOnceHoweverOftenItIsSent() {
    UUID referral = referral();
    UUID id = say(Doors.HOUSE, Doors.HOUSE, referral, Status.ACCEPTED, null);
    answered(referral, Status.ACCEPTED);
    say(id, Doors.HOUSE, Doors.HOUSE, referral, Status.ACCEPTED, null);
    say(Doors.HOUSE, Doors.HOUSE, referral, Status.IN_PROGRESS, null);
    answered(referral, Status.IN_PROGRESS);
    assertEquals(
        List.of("requested", "accepted", "in-progress"),
        sql
            .rows("select state from referral_move where referral = ? order by number", referral)
            .stream()
            .map(row -> row.get("state"))
            .toList());
    assertEquals(0, sql.count("select count(*) from refused_answer where referral = ?", referral));
  }

  @Test
  void aMoveThatIsNotThereIsRecordedAndStopsNobodyBehindIt() {
    UUID referral = referral();
    UUID tooEarly = say(Doors.HOUSE, Doors.HOUSE, referral, Status.COMPLETED, null);
    say(Doors.HOUSE, Doors.HOUSE, referral, Status.ACCEPTED, null);
    answered(referral, Status.ACCEPTED);
    assertEquals("NOT_ALLOWED", refusedWhy(tooEarly));
    assertEquals(
        0, sql.count("select count(*) from quarantine where record_key = ?", referral.toString()));
  }

  @Test
  void anAgencyCannotAnswerAnothersReferral() {
    UUID referral = referral();
    assertEquals(
        "NO_SUCH_REFERRAL",
        refusedWhy(say(Doors.FSWE, Doors.FSWE, referral, Status.ACCEPTED, null)));
    say(Doors.FSWE, Doors.HOUSE, referral, Status.ACCEPTED, null);
    Doors.until(
        "set aside",
        () ->
            sql.count(
                    "select count(*) from quarantine where topic = ? and record_key = ?",
                    Topics.agencyAnswers(Doors.FSWE),
                    referral.toString())
                == 1);
    assertThrows(
        AuthorizationException.class,
        () ->
            Records.send(
                Access.principalOf(Doors.FSWE),
                Topics.agencyAnswers(Doors.HOUSE),
                referral.toString(),
                Map.of(),
                "{}".getBytes(StandardCharsets.UTF_8)));
    Doors.answer(Doors.FSWE, referral, Map.of("status", "accepted")).statusCode(404);
    assertEquals(
        "requested",
        sql.rows("select state from referral where id = ?", referral).getFirst().get("state"));
  }

  @Test
  void aReasonIsACodeAndItsWordsAreKeptNowhere() {
    UUID referral = referral();
    assertEquals(
        "REASON_MISSING",
        refusedWhy(say(Doors.HOUSE, Doors.HOUSE, referral, Status.REJECTED, null)));
    assertEquals(
        "REASON_NOT_A_CODE",
        refusedWhy(say(Doors.HOUSE, Doors.HOUSE, referral, Status.REJECTED, VaultServer.NAME)));
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected"))
        .statusCode(422)
        .body("pointer", equalTo("/reason"));
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected", "reason", VaultServer.NAME))
        .statusCode(422)
        .body("expected", startsWith("one of already-supported"))
        .body(not(containsString("Canary")));
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected", "reason", "no-capacity"))
        .statusCode(204);
    assertEquals("no-capacity", answered(referral, Status.REJECTED).reason());
  }

  @Test
  void theLoopClosesByTheApi() {
    UUID referral = referral();
    Doors.agency(Doors.HOUSE)
        .get("/api/v1/referrals")
        .then()
        .statusCode(200)
        .body("referral", hasItem(referral.toString()))
        .body("find { it.referral == '" + referral + "' }.status", equalTo("requested"))
        .body("find { it.referral == '" + referral + "' }.client", notNullValue())
        .body("find { it.referral == '" + referral + "' }.dataref", endsWith("/content"));
    Doors.agency(Doors.FSWE)
        .get("/api/v1/referrals")
        .then()
        .statusCode(200)
        .body("referral", not(hasItem(referral.toString())));
    for (String status : List.of("ACCEPTED", "in-progress", "completed")) {
      Doors.answer(Doors.HOUSE, referral, Map.of("status", status)).statusCode(204);
    }
    answered(referral, Status.COMPLETED);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "accepted"))
        .statusCode(409)
        .body("type", endsWith("no-such-move"));
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "splendid"))
        .statusCode(422)
        .body("pointer", equalTo("/status"));
    Doors.agency(Doors.HOUSE)
        .get("/api/v1/referrals")
        .then()
        .body("referral", not(hasItem(referral.toString())));
  }

  @Test
  void theTraceTellsTheWalkInCodes() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "accepted")).statusCode(204);
    Doors.client("operator")
        .get("/api/v1/trace/" + scene.incident())
        .then()
        .statusCode(200)
        .body("what", hasItem("referral-requested"))
        .body("what", hasItem("referral-accepted"))
        .body("find { it.what == 'referral-accepted' }.detail.door", equalTo("api"));
  }
}
