package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineClerkTest {

  @Test
  void whatNobodyCanGoOnFromEndsTheProcessAndNotJustTheThread() {
    List<Throwable> ended = new ArrayList<>();
    Error outOfMemory = new OutOfMemoryError("made up");
    DeadlineClerk clerk =
        new DeadlineClerk(
            (heldBack, attempt) -> {
              throw outOfMemory;
            },
            (heldBack, attempt) -> {
              throw outOfMemory;
            },
            moved -> {},
            ended::add);
    clerk.workOrEnd();
    assertEquals(List.of(outOfMemory), ended);
  }

  @Test
  void whatIsDueTogetherIsGoneThroughTogether() throws InterruptedException {
    // each waits for all the others: one after the other they would never be done
    CyclicBarrier together = new CyclicBarrier(4);
    AtomicInteger due = new AtomicInteger(4);
    CountDownLatch fired = new CountDownLatch(4);
    AtomicInteger first = new AtomicInteger(1);
    DeadlineClerk.Work waits =
        (heldBack, attempt) -> {
          if (due.getAndDecrement() <= 0) {
            return Optional.empty();
          }
          try {
            together.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
          }
          fired.countDown();
          return Optional.of(new UUID(0, 1));
        };
    DeadlineClerk clerk =
        new DeadlineClerk(
            (heldBack, attempt) ->
                // the first is due alone, and calls the helpers
                first.getAndDecrement() > 0
                    ? Optional.of(new UUID(0, 2))
                    : waits.next(heldBack, attempt),
            waits,
            moved -> {},
            failed -> {});
    clerk.start(new StartupEvent());
    try {
      assertTrue(fired.await(20, TimeUnit.SECONDS), "four work on four");
    } finally {
      clerk.stop(new ShutdownEvent());
    }
  }

  @Test
  void aLookThatIsRefusedIsNoLook() {
    List<Double> since = new ArrayList<>();
    List<DeadlineClerk> clerks = new ArrayList<>();
    DeadlineClerk clerk =
        new DeadlineClerk(
            (heldBack, attempt) -> {
              since.add(clerks.getFirst().secondsSinceLook());
              switch (since.size()) {
                case 1, 2 -> throw new IllegalStateException("the table is locked");
                case 3 -> {
                  return Optional.empty();
                }
                default -> throw new OutOfMemoryError("made up, to come to an end");
              }
            },
            (heldBack, attempt) -> Optional.empty(),
            moved -> {},
            failed -> {});
    clerks.add(clerk);
    clerk.workOrEnd();
    // It waits fifty milliseconds between its looks.
    assertTrue(since.get(2) > 0.09, since::toString);
    assertTrue(since.get(3) < since.get(2), since::toString);
  }
}
