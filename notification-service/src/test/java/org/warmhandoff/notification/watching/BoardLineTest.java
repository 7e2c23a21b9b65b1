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

  @Test
  void whomSomebodyIsWithLowersNobodyAndWhoMustActNowComesFirst() {
    BoardLine arrived = line("arrived", NOON, "high");
    BoardLine met = line("in-contact", NOON.minusSeconds(60), null);
    BoardLine waits = line("paged", NOON.plusSeconds(60), null);
    BoardLine hurries = line("paged", NOON.plusSeconds(120), "raised");
    BoardLine nobody = line("unattended", NOON.plusSeconds(180), null);
    BoardLine late = line("stale", NOON.plusSeconds(240), "high");
    assertEquals(
        List.of(late, nobody, hurries, waits, met, arrived),
        Stream.of(arrived, met, waits, hurries, nobody, late).sorted(BoardLine.ORDER).toList());
  }

  private static BoardLine line(Instant since, @Nullable String urgency) {
    return line("paged", since, urgency);
  }

  private static BoardLine line(String state, Instant since, @Nullable String urgency) {
    return new BoardLine(
        UUID.randomUUID(),
        null,
        "a-program",
        "on-site",
        state,
        since,
        null,
        "America/Toronto",
        List.of(),
        urgency,
        false,
        List.of());
  }
}
