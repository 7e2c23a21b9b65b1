package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.warmhandoff.incident.door.Told.eventually;
import static org.warmhandoff.incident.door.Told.neverWithin;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.HelpEnded;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What an endpoint is sent, signed with what, and what it is not sent. */
@QuarkusTest
@WithStack("incident-service")
class WebhookTest extends EndpointSteps {

  @Test
  void anAdvisoryIsSentSignedAndWithNothingButCodes() {
    Hook hook = add(receiver.url(), false);
    Instant at = TestClock.now();
    UUID id = tell(new ImminentDanger(incident, Danger.WEAPON, at, at.plusSeconds(120)));
    eventually(() -> receiver.heard().size() == 1);
    Receiver.Heard message = receiver.heard().getFirst();
    assertThat(message.isSignedWith(hook.secret())).isTrue();
    assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
    assertThat(message.id()).startsWith("msg_");
    assertThat(Math.abs(message.timestamp() - wall().getEpochSecond())).isLessThan(60);
    assertThat(message.json())
        .isEqualTo(
            Doors.json(
                """
                {"type":"advisory.imminent-danger","timestamp":"%s","data":{"advisory":"%s",
                "incident":"%s","place":1,"mode":"live","code":"weapon","acknowledgeBy":"%s"}}\
                """
                    .formatted(at, id, incident, at.plusSeconds(120))));
    eventually(() -> state(id).equals("delivered"));
    JsonPath seen = list();
    assertThat(seen.getInt("[0].failures")).isZero();
    assertThat(seen.getInt("[0].waiting")).isZero();
    assertThat(seen.prettify()).doesNotContain("whsec_", hook.secret().substring(8));
  }

  @Test
  void whatIsToldTwiceIsSentOnce() {
    add(receiver.url(), false);
    UUID id = UUID.randomUUID();
    Told.tell(id, service, new HelpArrived(incident, TestClock.now()), Mode.LIVE, TestClock.now());
    Told.tell(id, service, new HelpArrived(incident, TestClock.now()), Mode.LIVE, TestClock.now());
    eventually(() -> receiver.heard().size() == 1);
    assertThat(neverWithin(Duration.ofSeconds(1), () -> receiver.heard().size() > 1)).isTrue();
  }

  @Test
  void drillsGoToEndpointsForDrillsAndHistoryAndWhatIsStaleToNone() {
    try (Receiver drills = new Receiver()) {
      add(receiver.url(), false);
      add(drills.url(), true);
      Instant now = TestClock.now();
      UUID history = Told.tell(service, new HelpArrived(UUID.randomUUID(), now), Mode.HISTORY, now);
      Instant longAgo = now.minus(Duration.ofMinutes(16));
      UUID stale = tell(new HelpArrived(UUID.randomUUID(), longAgo));
      Told.tell(service, new HelpArrived(UUID.randomUUID(), now), Mode.TEST, now);
      UUID live = tell(new HelpEnded(incident, now));
      eventually(() -> state(live).equals("delivered") && drills.heard().size() == 1);
      eventually(() -> kept(history) && kept(stale));
      assertThat(
              neverWithin(
                  Duration.ofSeconds(1),
                  () -> receiver.heard().size() > 1 || drills.heard().size() > 1))
          .isTrue();
      assertThat(drills.heard().getFirst().json().at("/data/mode").asText()).isEqualTo("test");
      assertThat(receiver.heard().getFirst().json().at("/data/mode").asText()).isEqualTo("live");
    }
  }

  /** It was news when it was heard; by the time the endpoint takes it, it is not. */
  @Test
  void whatIsTakenLateSaysSo() {
    add(receiver.url(), false);
    receiver.replies(500);
    UUID id = tell(new HelpArrived(incident, TestClock.now().minus(Duration.ofMinutes(14))));
    eventually(() -> failure(id) != null);
    TestClock.advance(Duration.ofMinutes(2));
    receiver.replies(204);
    eventually(() -> state(id).equals("delivered"));
    assertThat(receiver.heard().getFirst().json().at("/data/mode").asText()).isEqualTo("live");
    assertThat(receiver.heard().getLast().json().at("/data/mode").asText()).isEqualTo("late");
  }

  @Test
  void aRotatedSecretStandsBesideTheOldOneUntilItsGraceIsOver() {
    Hook hook = add(receiver.url(), false);
    String fresh = hook(hook, "secret", Map.of()).statusCode(200).extract().path("secret");
    assertThat(fresh).isNotEqualTo(hook.secret());
    tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 1);
    assertThat(receiver.heard().getFirst().isSignedWith(fresh)).isTrue();
    assertThat(receiver.heard().getFirst().isSignedWith(hook.secret())).isTrue();
    Doors.SQL.run("update webhook_past_secret set until = now() where police_service = ?", service);
    tell(new HelpEnded(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 2);
    assertThat(receiver.heard().get(1).isSignedWith(fresh)).isTrue();
    assertThat(receiver.heard().get(1).isSignedWith(hook.secret())).isFalse();
  }

  @Test
  void nobodyElsesAdvisoriesAreSentAndNobodyElsesEndpointIsTouched() {
    Hook hook = add(receiver.url(), false);
    Told.tell("another-town", new HelpArrived(UUID.randomUUID(), TestClock.now()));
    UUID own = tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> state(own).equals("delivered"));
    assertThat(receiver.heard()).hasSize(1);
    for (String what : List.of("secret", "enablement", "disablement")) {
      Doors.as(Tokens.client("operator"))
          .body("{}")
          .post("/api/v1/police-services/windsor/webhooks/" + hook.id() + "/" + what)
          .then()
          .statusCode(404);
    }
  }

  @Test
  void whatIsNoTargetIsRefusedWithoutItsContent() {
    for (String url :
        List.of("http://cad.example/in", "https://u:canary@127.0.0.1/", "canary", "ftp://x/")) {
      Doors.as(Tokens.client("operator"))
          .body(Map.of("url", url, "test", false))
          .post("/api/v1/police-services/" + service + "/webhooks")
          .then()
          .statusCode(422)
          .body("pointer", equalTo("/url"))
          .body(not(containsString("canary")));
    }
    Doors.as(Tokens.client("operator"))
        .body(Map.of("url", receiver.url(), "test", false))
        .post("/api/v1/police-services/no-such-town/webhooks")
        .then()
        .statusCode(404);
  }

  @Test
  void oneThatIsRemovedGetsNothingMoreAndKeepsNoSecret() {
    Hook hook = add(receiver.url(), false);
    receiver.replies(500);
    UUID id = tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> failure(id) != null);
    String path = "/api/v1/police-services/" + service + "/webhooks/" + hook.id();
    Doors.as(Tokens.client("operator")).delete(path).then().statusCode(204);
    Doors.as(Tokens.client("operator")).delete(path).then().statusCode(404);
    hook(hook, "enablement", Map.of()).statusCode(404);
    assertThat(list().getList("$")).isEmpty();
    assertThat(state(id)).isEqualTo("failed");
    UUID later = tell(new HelpEnded(incident, TestClock.now()));
    eventually(() -> kept(later));
    assertThat(state(later)).isEqualTo("null");
    assertThat(
            Doors.SQL.count(
                "select count(*) from webhook_endpoint where id = ? and length(secret) > 0",
                hook.id()))
        .isZero();
  }

  private static Instant wall() {
    return InstantSource.system().instant();
  }
}
