package org.warmhandoff.incident.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;

/** Tells advisories as the notification service does: on Kafka, counted by incident. */
final class Told {

  private static final Map<UUID, Long> VERSIONS = new ConcurrentHashMap<>();

  private Told() {}

  static UUID tell(String policeService, CadAdvisory advisory) {
    return tell(policeService, advisory, Mode.LIVE, TestClock.now());
  }

  /** Tells one, and answers its id. */
  static UUID tell(String policeService, CadAdvisory advisory, Mode mode, Instant at) {
    UUID id = UUID.randomUUID();
    tell(id, policeService, advisory, mode, at);
    return id;
  }

  /** Tells one under this id: told again under the same, it is a broker's repetition. */
  static void tell(UUID id, String policeService, CadAdvisory advisory, Mode mode, Instant at) {
    UUID incident = advisory.incident();
    long version = VERSIONS.merge(incident, 1L, Long::sum);
    Head head =
        new Head(
            id,
            "/notification-service",
            EventTypes.name(advisory.getClass()),
            incident,
            incident.toString(),
            version,
            policeService,
            "CA-ON",
            mode,
            at,
            TestClock.now(),
            incident,
            null,
            null);
    Map<String, String> headers = new HashMap<>();
    CloudEvents.headers(head)
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    Records.send(
        Access.NOTIFICATION_SERVICE,
        Topics.CAD_ADVISORIES,
        incident.toString(),
        headers,
        EventJson.write(advisory));
  }

  static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true");
      }
      LockSupport.parkNanos(20_000_000L);
    }
  }

  /** Long enough for a sender that looks every quarter of a second to have done it. */
  static boolean neverWithin(Duration time, BooleanSupplier happens) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (happens.getAsBoolean()) {
        return false;
      }
      LockSupport.parkNanos(20_000_000L);
    }
    return true;
  }
}
