package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            moved -> {},
            ended::add);
    clerk.workOrEnd();
    assertEquals(List.of(outOfMemory), ended);
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
            moved -> {},
            failed -> {});
    clerks.add(clerk);
    clerk.workOrEnd();
    // It waits fifty milliseconds between its looks.
    assertTrue(since.get(2) > 0.09, since::toString);
    assertTrue(since.get(3) < since.get(2), since::toString);
  }
}
