package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineMetersTest {

  private final CountDownLatch looking = new CountDownLatch(1);
  private final CountDownLatch lockIsGone = new CountDownLatch(1);
  private final CountDownLatch lookedAgain = new CountDownLatch(1);
  private int looks;

  @Test
  void theTimeSinceTheLastLookGrowsWhileOneHangsAndStartsAnewAfterIt() throws Exception {
    DeadlineClerk clerk =
        new DeadlineClerk(
            (heldBack, attempt) -> look(),
            (heldBack, attempt) -> Optional.empty(),
            moved -> {},
            end -> {});
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new DeadlineMeters(clerk, registry).start(new StartupEvent());
    Gauge sinceLook = registry.get("handoff.deadlines.look.seconds").gauge();
    Thread working = Thread.ofVirtual().start(clerk::workOrEnd);

    looking.await();
    while (sinceLook.value() < 0.5) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    lockIsGone.countDown();
    lookedAgain.await();

    assertTrue(sinceLook.value() < 0.5, "seconds since the last look: " + sinceLook.value());
    clerk.stop(new ShutdownEvent());
    working.join();
    assertEquals(1, registry.getMeters().size());
  }

  private Optional<UUID> look() {
    looks++;
    if (looks == 1) {
      looking.countDown();
      try {
        lockIsGone.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      lookedAgain.countDown();
    }
    return Optional.empty();
  }
}
