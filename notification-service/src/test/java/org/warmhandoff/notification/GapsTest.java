package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When nobody could be called on, and when nobody is missed. */
class GapsTest {

  /** A Friday, 00:00 in Windsor; its window opens at 15:00 (20:00 UTC) and closes at 23:00. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T05:00:00Z");

  private static final Instant SATURDAY = Instant.parse("2026-11-21T05:00:00Z");
  private static final Program ON_SCENE = Program.of(SixPrograms.windsorOnScene(), 1);

  private static Rostered shift(UUID worker, String opens, String closes) {
    return new Rostered(new Decision.Crew(List.of(worker)), List.of(new Duty(span(opens, closes))));
  }

  private static Window.Span span(String opens, String closes) {
    return new Window.Span(Instant.parse(opens), Instant.parse(closes));
  }

  private static List<Window.Span> gaps(Map<UUID, List<Window.Span>> away, Rostered... shifts) {
    return Gaps.of(ON_SCENE, new ProgramRota(List.of(shifts), List.of()), away, FRIDAY, SATURDAY);
  }

  @Test
  void whereNobodyHasAShiftTheWholeWindowIsAGapAndNothingElse() {
    assertEquals(List.of(span("2026-11-20T20:00:00Z", "2026-11-21T04:00:00Z")), gaps(Map.of()));
  }

  @Test
  void shiftsThatMeetLeaveNoGapAndLeaveOpensOne() {
    Rostered early = shift(staff(1), "2026-11-20T19:00:00Z", "2026-11-20T23:00:00Z");
    Rostered late = shift(staff(2), "2026-11-20T23:00:00Z", "2026-11-21T05:00:00Z");
    assertTrue(gaps(Map.of(), early, late).isEmpty());
    assertEquals(
        List.of(span("2026-11-20T23:00:00Z", "2026-11-21T01:00:00Z")),
        gaps(
            Map.of(staff(2), List.of(span("2026-11-20T10:00:00Z", "2026-11-21T01:00:00Z"))),
            early,
            late));
  }

  @Test
  void oneOfACrewIsNoCrew() {
    Program car = Program.of(SixPrograms.clevelandCar(), 1);
    Rostered crew =
        new Rostered(
            new Decision.Crew(List.of(staff(1), staff(2))),
            List.of(new Duty(span("2026-11-21T14:00:00Z", "2026-11-21T22:00:00Z"))));
    Instant from = Instant.parse("2026-11-21T00:00:00Z");
    Instant until = Instant.parse("2026-11-22T00:00:00Z");
    ProgramRota rota = new ProgramRota(List.of(), List.of(crew));
    assertTrue(Gaps.of(car, rota, Map.of(), from, until).isEmpty());
    Window.Span away = span("2026-11-21T15:00:00Z", "2026-11-21T16:00:00Z");
    assertEquals(List.of(away), Gaps.of(car, rota, Map.of(staff(2), List.of(away)), from, until));
  }
}
