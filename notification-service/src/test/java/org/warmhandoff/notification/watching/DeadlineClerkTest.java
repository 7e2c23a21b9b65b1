package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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
}
