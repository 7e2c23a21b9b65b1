package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Told.eventually;
import static org.warmhandoff.incident.door.Told.neverWithin;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.HelpAssigned;
import org.warmhandoff.contracts.CadAdvisory.HelpEnded;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** Advisories on their way to endpoints that fail, hang, redirect, drip, vanish and come back. */
@QuarkusTest
@WithStack("incident-service")
class WebhookTroubleTest extends EndpointSteps {

  @Test
  void oneThatFailsIsTriedAgainUnderItsIdAndThoseBehindItWait() {
    add(receiver.url(), false);
    receiver.replies(500);
    UUID first = tell(new HelpAssigned(incident, HelpMode.ON_SITE, TestClock.now()));
    eventually(() -> receiver.heard().size() == 1);
    UUID second = tell(new HelpArrived(incident, TestClock.now()));
    tell(new HelpArrived(UUID.randomUUID(), TestClock.now()));
    eventually(() -> receiver.heard().size() == 2);
    assertThat(receiver.heard().get(1).json().at("/data/incident").asText())
        .isNotEqualTo(incident.toString());
    assertThat(neverWithin(Duration.ofSeconds(1), () -> receiver.heard().size() > 2)).isTrue();
    assertThat(waitSeconds(first)).isBetween(2, 7);
    receiver.replies(204);
    eventually(() -> state(second).equals("delivered"));
    List<Receiver.Heard> own =
        receiver.heard().stream()
            .filter(m -> m.json().at("/data/incident").asText().equals(incident.toString()))
            .toList();
    assertThat(own.stream().map(Receiver.Heard::type))
        .containsExactly(
            "advisory.worker-assigned", "advisory.worker-assigned", "advisory.worker-arrived");
    assertThat(own.get(0).id()).isEqualTo(own.get(1).id()).isNotEqualTo(own.get(2).id());
  }

  @Test
  void aRedirectIsAFailureAndNotFollowed() {
    try (Receiver elsewhere = new Receiver()) {
      add(receiver.url(), false);
      receiver.replies(
          exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.url());
            Receiver.answer(exchange, 307);
          });
      UUID id = tell(new HelpArrived(incident, TestClock.now()));
      eventually(() -> "status-307".equals(failure(id)));
      assertThat(elsewhere.heard()).isEmpty();
      assertThat(list().getString("[0].lastFailure")).isEqualTo("status-307");
    }
  }

  @Test
  void whoIsGoneIsDisabledAtOnceAndEnabledByHand() {
    Hook hook = add(receiver.url(), false);
    receiver.replies(410);
    UUID id = tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> "gone".equals(list().getString("[0].disabledFor")));
    receiver.replies(204);
    UUID later = tell(new HelpEnded(incident, TestClock.now()));
    eventually(() -> state(later).equals("pending"));
    assertThat(neverWithin(Duration.ofSeconds(1), () -> receiver.heard().size() > 1)).isTrue();
    hook(hook, "enablement", Map.of()).statusCode(204);
    eventually(() -> state(later).equals("delivered"));
    assertThat(state(id)).isEqualTo("delivered");
    assertThat(receiver.types())
        .containsExactly(
            "advisory.worker-arrived", "advisory.worker-arrived", "advisory.worker-ended");
    assertThat(list().getString("[0].disabledFor")).isNull();
  }

  @Test
  void whatHangsOrDripsItsAnswerHoldsUpNobodyElse() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Receiver well = new Receiver();
        ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      receiver.replies(exchange -> await(never));
      add(receiver.url(), false);
      add("http://127.0.0.1:" + dripping.getLocalPort() + "/", false);
      add(well.url(), false);
      Thread.ofVirtual().start(() -> drip(dripping));
      tell(new HelpArrived(incident, TestClock.now()));
      eventually(() -> well.heard().size() == 1);
      eventually(
          () ->
              Doors.SQL.count(
                      "select count(*) from webhook_delivery where police_service = ?"
                          + " and last_failure = 'no-answer-in-time'",
                      service)
                  == 2);
    } finally {
      never.countDown();
    }
  }

  /** The status says it was taken; a body without end is not waited for. */
  @Test
  void aBodyThatDripsForEverIsNotRead() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try {
      receiver.replies(
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("a".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await(never);
          });
      add(receiver.url(), false);
      UUID id = tell(new HelpArrived(incident, TestClock.now()));
      eventually(() -> state(id).equals("delivered"));
    } finally {
      never.countDown();
    }
  }

  /** A process that is killed after it sent has recorded nothing; the next one sends it again. */
  @Test
  void whatWasSentAndNotRecordedIsSentAgainUnderItsId() {
    receiver.replies(
        exchange -> {
          if (receiver.heard().size() == 1) {
            // its claim runs out before the answer: whoever sent it may say nothing of it any more
            Doors.SQL.run(
                "update webhook_delivery set leased_until = now() - interval '1 second',"
                    + " lease = gen_random_uuid() where police_service = ?",
                service);
          }
          Receiver.answer(exchange, 204);
        });
    add(receiver.url(), false);
    UUID id = tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 2 && state(id).equals("delivered"));
    assertThat(receiver.heard().stream().map(Receiver.Heard::id).distinct()).hasSize(1);
    // what was never answered for is no attempt
    assertThat(attempts(id)).isEqualTo(1);
  }

  @Test
  void aScheduleThatIsOverDisablesOrGivesUpAndAReplayBringsItBack() {
    Hook hook = add(receiver.url(), false);
    receiver.replies(503);
    UUID first = tell(new HelpArrived(incident, TestClock.now()));
    eventually(() -> receiver.heard().size() == 1 && failure(first) != null);
    last(first);
    eventually(() -> "never-taken".equals(list().getString("[0].disabledFor")));
    assertThat(state(first)).isEqualTo("pending");
    hook(hook, "enablement", Map.of()).statusCode(204);
    eventually(() -> list().getInt("[0].failures") == 1);
    assertThat(attempts(first)).isEqualTo(1);
    // another incident's is taken: then this one is at fault, and the endpoint stays
    receiver.replies(204);
    UUID other = tell(new HelpArrived(UUID.randomUUID(), TestClock.now()));
    eventually(() -> state(other).equals("delivered"));
    receiver.replies(503);
    last(first);
    eventually(() -> state(first).equals("failed"));
    assertThat(list().getString("[0].disabledFor")).isNull();
    assertThat(list().getInt("[0].failed")).isEqualTo(1);
    receiver.replies(204);
    int before = receiver.heard().size();
    Instant from = TestClock.now().minus(Duration.ofHours(1));
    assertThat(
            hook(hook, "replay", Map.of("from", from.toString()))
                .statusCode(200)
                .extract()
                .<Integer>path("queued"))
        .isEqualTo(2);
    eventually(() -> state(first).equals("delivered") && receiver.heard().size() == before + 2);
    List<Receiver.Heard> replayed = receiver.heard().subList(before, before + 2);
    assertThat(replayed).allMatch(m -> m.json().at("/data/mode").asText().equals("replay"));
    assertThat(replayed.stream().map(Receiver.Heard::id))
        .isSubsetOf(receiver.heard().subList(0, before).stream().map(Receiver.Heard::id).toList());
  }

  private static int attempts(UUID advisory) {
    return (int)
        Doors.SQL.count("select attempts from webhook_delivery where advisory = ?", advisory);
  }

  private static int waitSeconds(UUID advisory) {
    return (int)
        Doors.SQL.count(
            "select ceil(extract(epoch from due_at - last_failed_at)) from webhook_delivery"
                + " where advisory = ?",
            advisory);
  }

  /** Puts a delivery before its last attempt, and makes that due. */
  private static void last(UUID advisory) {
    Doors.SQL.run(
        "update webhook_delivery set attempts = 9, due_at = now()"
            + " where advisory = ? and state = 'pending'",
        advisory);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One byte of a status line every half second. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      for (byte one : "HTTP/1.1 204 No Content\r\n\r\n".getBytes(UTF_8)) {
        socket.getOutputStream().write(one);
        socket.getOutputStream().flush();
        LockSupport.parkNanos(500_000_000L);
      }
    } catch (IOException gone) {
      // the sender has hung up
    }
  }
}
