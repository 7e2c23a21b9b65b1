package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.warmhandoff.incident.door.EndpointSteps.text;
import static org.warmhandoff.incident.door.Told.eventually;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.HelpEnded;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What a human is waited for goes first, whatever fails, hangs, waits or cannot be opened. */
@QuarkusTest
@WithStack("incident-service")
class WebhookUrgencyTest {

  private static final int BACKLOG = 40;

  private final String service = "u" + UUID.randomUUID().toString().substring(0, 8);
  private final String other = "v" + UUID.randomUUID().toString().substring(0, 8);
  private final UUID incident = UUID.randomUUID();
  private final List<Receiver> open = new ArrayList<>();
  private final Receiver receiver = receiver();

  @BeforeEach
  void open() {
    Doors.setUp(service, "CA-ON", "America/Toronto");
    Doors.setUp(other, "CA-ON", "America/Toronto");
  }

  @AfterEach
  void close() {
    open.forEach(Receiver::close);
    for (String one : List.of(service, other)) {
      Doors.SQL.run(
          "update webhook_endpoint set disabled_at = now(), disabled_for = 'test'"
              + " where police_service = ?",
          one);
    }
  }

  @Test
  void aDangerWaitsForNoFailedMessageOfItsIncidentAndTheRestKeepsItsOrder() {
    add(service, receiver);
    receiver.replies(500);
    UUID first = Told.tell(service, new HelpArrived(incident, TestClock.now()));
    eventually(() -> !text("last_failure", first).equals("null"));
    Doors.SQL.run(
        "update webhook_delivery set due_at = now() + interval '5 minutes' where advisory = ?",
        first);
    receiver.replies(204);
    UUID ended = Told.tell(service, new HelpEnded(incident, TestClock.now()));
    UUID danger = danger(service, TestClock.now());
    eventually(() -> text("state", danger).equals("delivered"));
    // heard after it, and sent: so that the one before was passed over, and not merely late
    UUID marker = Told.tell(service, new HelpArrived(UUID.randomUUID(), TestClock.now()));
    eventually(() -> text("state", marker).equals("delivered"));
    assertThat(text("state", first)).isEqualTo("pending");
    assertThat(text("state", ended)).isEqualTo("pending");
    assertThat(text("attempts", ended)).isEqualTo("0");
  }

  @Test
  void aDangerThatWasNotTakenIsTriedAgainWithinAMinuteWhateverIsAskedFor() {
    add(service, receiver);
    receiver.replies(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "86400");
          Receiver.answer(exchange, 503);
        });
    UUID danger = danger(service, TestClock.now());
    eventually(() -> !text("last_failure", danger).equals("null"));
    assertThat(
            Doors.SQL.count(
                "select ceil(extract(epoch from due_at - last_failed_at)) from webhook_delivery"
                    + " where advisory = ?",
                danger))
        .isBetween(1L, 61L);
  }

  /** Two endpoints of one police service answer nothing, with a backlog; another's danger comes. */
  @Test
  void whoHangsTakesNoSendersFromAnother() {
    CountDownLatch never = new CountDownLatch(1);
    Receiver hanging = receiver();
    Receiver hangingToo = receiver();
    try {
      hanging.replies(exchange -> await(never));
      hangingToo.replies(exchange -> await(never));
      add(service, hanging);
      add(service, hangingToo);
      add(other, receiver);
      for (int i = 0; i < BACKLOG; i++) {
        Told.tell(service, new HelpArrived(UUID.randomUUID(), TestClock.now()));
      }
      eventually(() -> pending(service) == 2 * BACKLOG);
      eventually(() -> !hanging.heard().isEmpty() && !hangingToo.heard().isEmpty());
      long before = System.nanoTime();
      UUID danger = danger(other, TestClock.now());
      eventually(() -> text("state", danger).equals("delivered"));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
      assertThat(
              Doors.SQL.count(
                  "select count(*) from webhook_delivery where police_service = ?"
                      + " and state = 'pending'",
                  service))
          .isGreaterThan(BACKLOG);
      // probed by one message at a time, they are left alone otherwise
      eventually(
          () ->
              Doors.SQL.count(
                      "select count(*) from webhook_endpoint where police_service = ?"
                          + " and failures > 0 and retry_at is not null",
                      service)
                  == 2);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aSecretThatCannotBeOpenedStopsNothingButItsOwnMessages() {
    add(service, receiver());
    add(other, receiver);
    Doors.SQL.run("update webhook_endpoint set secret = '\\x00' where police_service = ?", service);
    UUID unsigned = danger(service, TestClock.now());
    UUID well = danger(other, TestClock.now());
    eventually(() -> text("state", well).equals("delivered"));
    eventually(() -> text("last_failure", unsigned).equals("no-secret"));
    assertThat(open.getLast().heard()).isEmpty();
    assertThat(list(service).getString("[0].lastFailure")).isEqualTo("no-secret");
  }

  /** The answer to the first request for a new one was lost, and it was asked for again. */
  @Test
  void whoRotatesTwiceCutsNobodyOffAndALeakedSecretEndsAtOnce() {
    JsonPath hook = add(service, receiver);
    String lost = rotate(hook, "").extract().path("secret");
    String newest = rotate(hook, "").extract().path("secret");
    Told.tell(service, new HelpArrived(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 1);
    for (String secret : List.of(hook.getString("secret"), lost, newest)) {
      assertThat(receiver.heard().getFirst().isSignedWith(secret)).isTrue();
    }
    String after = rotate(hook, "?leaked=true").extract().path("secret");
    Told.tell(service, new HelpEnded(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 2);
    assertThat(receiver.heard().get(1).isSignedWith(after)).isTrue();
    assertThat(receiver.heard().get(1).isSignedWith(newest)).isFalse();
    assertThat(
            Doors.SQL.count(
                "select count(*) from webhook_past_secret where police_service = ?", service))
        .isZero();
  }

  /** The service was away for twenty minutes, and nobody knows of it yet. */
  @Test
  void anOpenDangerThatWasHeardLateIsSentAndSaysSo() {
    add(service, receiver);
    Instant then = TestClock.now().minus(Duration.ofMinutes(20));
    UUID plain = Told.tell(service, new HelpArrived(incident, then));
    UUID danger = danger(service, then);
    eventually(() -> text("state", danger).equals("delivered"));
    assertThat(receiver.heard()).hasSize(1);
    assertThat(receiver.heard().getFirst().json().at("/data/mode").asText()).isEqualTo("late");
    eventually(() -> Doors.SQL.count("select count(*) from advisory where id = ?", plain) == 1);
    assertThat(text("state", plain)).isEqualTo("null");
  }

  private UUID danger(String policeService, Instant at) {
    return Told.tell(
        policeService, new ImminentDanger(incident, Danger.WEAPON, at, at.plusSeconds(120)));
  }

  private Receiver receiver() {
    Receiver one = new Receiver();
    open.add(one);
    return one;
  }

  private static JsonPath add(String policeService, Receiver to) {
    return Doors.as(Tokens.client("operator"))
        .body(Map.of("url", to.url(), "test", false))
        .post("/api/v1/police-services/" + policeService + "/webhooks")
        .then()
        .statusCode(201)
        .header("Cache-Control", equalTo("no-store"))
        .extract()
        .jsonPath();
  }

  private ValidatableResponse rotate(JsonPath hook, String query) {
    return Doors.as(Tokens.client("operator"))
        .post(
            "/api/v1/police-services/"
                + service
                + "/webhooks/"
                + hook.getString("id")
                + "/secret"
                + query)
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"));
  }

  private static JsonPath list(String policeService) {
    return Doors.as(Tokens.client("operator"))
        .get("/api/v1/police-services/" + policeService + "/webhooks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long pending(String policeService) {
    return Doors.SQL.count(
        "select count(*) from webhook_delivery where police_service = ?", policeService);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
