package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardLineTest {

  private static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");

  @Test
  void whatHurriesIsOnTopAndOfEachWhatWaitsLongest() {
    BoardLine oldest = line(NOON, null);
    BoardLine raised = line(NOON.plusSeconds(60), "raised");
    BoardLine high = line(NOON.plusSeconds(120), "high");
    BoardLine higher = line(NOON.plusSeconds(90), "high");
    assertEquals(
        List.of(higher, high, raised, oldest),
        Stream.of(oldest, raised, high, higher).sorted(BoardLine.ORDER).toList());
  }

  private static BoardLine line(Instant since, @Nullable String urgency) {
    return new BoardLine(
        UUID.randomUUID(),
        null,
        "a-program",
        "on-site",
        "paged",
        since,
        null,
        "America/Toronto",
        List.of(),
        urgency);
  }
}
