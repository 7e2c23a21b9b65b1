package org.warmhandoff.notification.rostering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A week as it is drawn: in each program's zone, whatever the reader's, over midnight and DST. */
class WeekPageTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 26); // the clocks change on Sunday
  private static final Instant NOW = Instant.parse("2026-10-26T12:00:00Z");

  private static RotaView view(
      @Nullable String zone, List<RotaView.Place> shifts, List<RotaView.Gap> gaps) {
    return new RotaView(
        List.of(new RotaView.OfProgram("p", "Program", "America/Toronto", false, shifts, gaps)),
        List.of(),
        zone);
  }

  private static RotaView.Place shift(String starts, String ends) {
    return new RotaView.Place(
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        null,
        Instant.parse(starts),
        Instant.parse(ends),
        "open",
        false,
        false,
        null);
  }

  private static List<WeekPage.Day> days(RotaView view) {
    return WeekPage.of(view, MONDAY, NOW).getFirst().days();
  }

  @Test
  void aGapThatGoesOnForDaysIsSeenOnEachOfThem() {
    RotaView view =
        view(
            null,
            List.of(),
            List.of(
                new RotaView.Gap(
                    Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-28T16:00:00Z"))));
    List<WeekPage.Day> days = days(view);
    assertEquals(List.of("00:00–00:00"), days.get(0).gaps());
    assertEquals(List.of("00:00–00:00"), days.get(1).gaps());
    assertEquals(List.of("00:00–12:00"), days.get(2).gaps());
    assertTrue(days.get(3).gaps().isEmpty());
    assertTrue(WeekPage.of(view, MONDAY, NOW).getFirst().gaps());
  }

  @Test
  void aNightBelongsToTheDayItBeginsOnInTheProgramsZone() {
    // Sunday 20:00 in Toronto is Monday in UTC
    RotaView view =
        view(null, List.of(shift("2026-11-02T01:00:00Z", "2026-11-02T11:00:00Z")), List.of());
    List<WeekPage.Day> days = days(view);
    assertEquals("20:00–06:00", days.get(6).lines().getFirst().times());
    assertEquals("SU", days.get(6).weekday());
    assertEquals("11-01", days.get(6).date());
  }

  @Test
  void theReadersOwnTimesAreBesideThoseOfTheProgramWhereTheyDiffer() {
    // between the two clock changes London is four hours ahead of Toronto, not five
    RotaView.Place wednesday = shift("2026-10-28T13:00:00Z", "2026-10-28T21:00:00Z");
    RotaView.Place sunday = shift("2026-11-01T14:00:00Z", "2026-11-01T22:00:00Z");
    List<WeekPage.Day> days = days(view("Europe/London", List.of(wednesday, sunday), List.of()));
    assertEquals("09:00–17:00", days.get(2).lines().getFirst().times());
    assertEquals("13:00–21:00", days.get(2).lines().getFirst().own());
    assertEquals("09:00–17:00", days.get(6).lines().getFirst().times());
    assertEquals("14:00–22:00", days.get(6).lines().getFirst().own());
    days = days(view("America/Montreal", List.of(wednesday), List.of()));
    assertEquals("", days.get(2).lines().getFirst().own(), "the same time is not said twice");
  }
}
