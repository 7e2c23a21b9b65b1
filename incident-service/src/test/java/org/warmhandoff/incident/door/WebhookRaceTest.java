package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Told.eventually;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.incident.WebhookDeliveries;
import org.warmhandoff.incident.WebhookDeliveries.Limits;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Other processes beside this one, which claim messages and are killed before they send them. */
@QuarkusTest
@WithStack("incident-service")
class WebhookRaceTest {

  private static final int MESSAGES = 30;

  @Inject WebhookDeliveries deliveries;

  private final String service = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final Receiver receiver = new Receiver();
  private volatile boolean over;

  @AfterEach
  void close() {
    receiver.close();
    Doors.SQL.run(
        "update webhook_endpoint set disabled_at = now() where police_service = ?", service);
  }

  @Test
  void whatOneClaimedNoOtherSendsAndNothingOfAKilledOneIsLost() throws InterruptedException {
    Doors.setUp(service, "CA-ON", "America/Toronto");
    Doors.as(Tokens.client("operator"))
        .body(Map.of("url", receiver.url(), "test", false))
        .post("/api/v1/police-services/" + service + "/webhooks")
        .then()
        .statusCode(201);
    Set<UUID> claimed = ConcurrentHashMap.newKeySet();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(Thread.ofVirtual().start(() -> claim(claimed)));
    }
    for (int i = 0; i < MESSAGES; i++) {
      Told.tell(service, new HelpArrived(UUID.randomUUID(), TestClock.now()));
    }
    over = true;
    for (Thread other : others) {
      other.join();
    }
    eventually(
        () -> {
          expire();
          return sent().size() == MESSAGES;
        });
    // each once: who claimed one had sent nothing, and nobody sent what was another's
    assertThat(receiver.heard()).hasSize(MESSAGES);
    assertThat(sent()).containsAll(claimed);
  }

  /** As a process beside this one does; it dies with what it holds. */
  private void claim(Set<UUID> claimed) {
    while (!over) {
      LockSupport.parkNanos(5_000_000L);
      QuarkusTransaction.requiringNew()
          .call(() -> deliveries.claim(Duration.ofMinutes(10), new Limits(MESSAGES, MESSAGES)))
          .filter(one -> one.policeService().equals(service))
          .ifPresent(one -> claimed.add(one.advisory()));
    }
  }

  private Set<UUID> sent() {
    return receiver.heard().stream()
        .map(message -> UUID.fromString(message.json().at("/data/advisory").asText()))
        .collect(Collectors.toSet());
  }

  /** The killed ones' claims run out; this process's own are shorter, and are left alone. */
  private void expire() {
    Doors.SQL.run(
        "update webhook_delivery set leased_until = now() - interval '1 second'"
            + " where police_service = ? and state = 'pending'"
            + " and leased_until > now() + interval '2 minutes'",
        service);
  }
}
