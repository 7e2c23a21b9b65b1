package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static Window window(String rule, String from, String to, ZoneId zone) {
    return Window.of(WindowSpec.of(rule, from, to), zone, "/windows/0");
  }

  /** Clock changes, year and month ends, leap days, in both zones. */
  static Stream<LocalDate> specialDays() {
    return Stream.of(
            "2026-03-08", // spring gap, Toronto
            "2026-11-01", // autumn overlap, Toronto, and the start of a month
            "2026-03-29", // spring gap, London
            "2026-10-25", // autumn overlap, London
            "2026-12-31",
            "2027-01-01",
            "2028-02-28",
            "2028-02-29",
            "2028-03-01",
            "2026-01-31",
            "2026-02-01")
        .map(LocalDate::parse);
  }

  record Case(Program program, LocalDate day) {}

  static Stream<Case> everyProgramOnEverySpecialDay() {
    return SixPrograms.all().stream()
        .flatMap(program -> specialDays().map(day -> new Case(program, day)));
  }

  /**
   * Walks the wall clock in five-minute steps from two days before to two days after, and holds the
   * window against what the program's announcement says: this weekday, from this to that time.
   */
  @ParameterizedTest
  @MethodSource("everyProgramOnEverySpecialDay")
  void isOpenWhenTheWallClockSaysSo(Case one) {
    Program program = one.program();
    ZoneId zone = program.zone();
    Instant end = one.day().plusDays(2).atStartOfDay(zone).toInstant();
    for (Instant t = one.day().minusDays(2).atStartOfDay(zone).toInstant();
        t.isBefore(end);
        t = t.plusSeconds(300)) {
      LocalDateTime wall = LocalDateTime.ofInstant(t, zone);
      assertEquals(
          published(program.code(), wall),
          program.windowAt(t).isPresent(),
          program.code() + " at " + wall + " (" + t + ")");
    }
  }

  /** What is published, in words a reader can check; none of these windows touches 01:00–03:00. */
  private static boolean published(String code, LocalDateTime wall) {
    int minute = wall.getHour() * 60 + wall.getMinute();
    int day = wall.getDayOfWeek().getValue();
    return switch (code) {
      case "windsor-onscene" -> day >= 3 && minute >= 15 * 60 && minute < 23 * 60;
      case "hiatus-virtual" -> true;
      case "fswe-early" -> day <= 5 && minute >= 9 * 60 && minute < 17 * 60;
      case "cleveland-car" -> day >= 6 && minute >= 14 * 60 && minute < 22 * 60;
      case "cleveland-control" -> day >= 6 && minute >= 14 * 60 && minute < 21 * 60 + 30;
      case "richelieu-outreach" -> minute >= 9 * 60 && minute < 17 * 60;
      default -> throw new AssertionError(code);
    };
  }

  @Test
  void isHalfOpen() {
    Window window = window("FREQ=DAILY", "15:00", "23:00", TORONTO);
    assertFalse(window.at(Instant.parse("2026-11-20T19:59:59.999Z")).isPresent());
    assertTrue(window.at(Instant.parse("2026-11-20T20:00:00Z")).isPresent());
    assertTrue(window.at(Instant.parse("2026-11-21T03:59:59.999Z")).isPresent());
    assertFalse(window.at(Instant.parse("2026-11-21T04:00:00Z")).isPresent());
  }

  /** Real length of a night, by the clock change it crosses. */
  @ParameterizedTest
  @CsvSource({
    "America/Toronto, 2026-03-07, 20:00, 04:00, 2026-03-08T01:00:00Z, 2026-03-08T08:00:00Z",
    "America/Toronto, 2026-10-31, 20:00, 04:00, 2026-11-01T00:00:00Z, 2026-11-01T09:00:00Z",
    "Europe/London,   2026-03-28, 20:00, 04:00, 2026-03-28T20:00:00Z, 2026-03-29T03:00:00Z",
    "Europe/London,   2026-10-24, 20:00, 04:00, 2026-10-24T19:00:00Z, 2026-10-25T04:00:00Z",
    // ends inside the gap: 02:30 does not exist and is 03:30
    "America/Toronto, 2026-03-08, 01:00, 02:30, 2026-03-08T06:00:00Z, 2026-03-08T07:30:00Z",
    // both ends inside the gap: it moves with the clock
    "America/Toronto, 2026-03-08, 02:10, 02:50, 2026-03-08T07:10:00Z, 2026-03-08T07:50:00Z",
    "Europe/London,   2026-03-29, 01:10, 01:50, 2026-03-29T01:10:00Z, 2026-03-29T01:50:00Z",
    // ends inside the overlap: 01:30 is the first of the two
    "America/Toronto, 2026-11-01, 00:30, 01:30, 2026-11-01T04:30:00Z, 2026-11-01T05:30:00Z",
    "Europe/London,   2026-10-25, 00:30, 01:30, 2026-10-24T23:30:00Z, 2026-10-25T00:30:00Z",
    // starts inside the overlap: from the first 01:30 on
    "America/Toronto, 2026-11-01, 01:30, 03:00, 2026-11-01T05:30:00Z, 2026-11-01T08:00:00Z",
    // midnight to midnight over the change
    "America/Toronto, 2026-03-08, 00:00, 24:00, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "America/Toronto, 2026-11-01, 00:00, 24:00, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
  })
  void hasAStatedMeaningOverAClockChange(
      String zone, LocalDate day, String from, String to, Instant opens, Instant closes) {
    Window window = window("FREQ=DAILY", from, to, ZoneId.of(zone));
    Window.Span span = window.at(opens).orElseThrow();
    assertEquals(new Window.Span(opens, closes), span);
    assertEquals(day, opens.atZone(ZoneId.of(zone)).toLocalDate());
    assertEquals(Optional.of(span), window.after(opens.minusSeconds(1)));
  }

  @Test
  void doesNotTakePlaceWhereTheGapSwallowsIt() {
    Window window = window("FREQ=DAILY", "02:30", "03:15", TORONTO);
    Instant eve = Instant.parse("2026-03-07T12:00:00Z");
    assertEquals(Instant.parse("2026-03-09T06:30:00Z"), window.after(eve).orElseThrow().opens());
  }

  @Test
  void roundTheClockHasNoSeam() {
    Window window = window("FREQ=DAILY", "00:00", "24:00", LONDON);
    Instant t = Instant.parse("2026-03-27T00:00:00Z");
    for (int minute = 0; minute < 4 * 24 * 60; minute++) {
      assertTrue(window.at(t.plusSeconds(60L * minute)).isPresent());
    }
  }

  @Test
  void nightShiftOfTheLastDayOfTheYearEndsInTheNext() {
    Window window = window("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "22:00", "06:00", TORONTO);
    assertTrue(window.at(Instant.parse("2027-01-01T10:59:59Z")).isPresent());
    assertFalse(window.at(Instant.parse("2027-01-01T11:00:00Z")).isPresent());
  }

  @Test
  void everyOtherWeekKeepsStep() {
    Window window =
        Window.of(
            new WindowSpec("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "09:00", "10:00", "2018-01-01", null),
            LONDON,
            "");
    List<LocalDate> days = new ArrayList<>();
    Instant t = Instant.parse("2025-12-20T00:00:00Z");
    for (int i = 0; i < 4; i++) {
      t = window.after(t).orElseThrow().opens();
      days.add(t.atZone(LONDON).toLocalDate());
    }
    LocalDate first = LocalDate.of(2018, 1, 1);
    for (LocalDate day : days) {
      assertEquals(0, (day.toEpochDay() - first.toEpochDay()) % 14, day.toString());
    }
    assertEquals(14, days.get(1).toEpochDay() - days.get(0).toEpochDay());
  }

  @Test
  void leapDayComesEveryFourYears() {
    Window window = window("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "09:00", "17:00", TORONTO);
    Instant next = window.after(Instant.parse("2026-01-01T00:00:00Z")).orElseThrow().opens();
    assertEquals(Instant.parse("2028-02-29T14:00:00Z"), next);
  }

  @Test
  void stopsAfterItsCountAndSkipsItsExceptions() {
    Window counted =
        Window.of(
            new WindowSpec("FREQ=DAILY;COUNT=3", "09:00", "10:00", "2026-12-30", null),
            TORONTO,
            "");
    assertTrue(counted.at(Instant.parse("2027-01-01T14:00:00Z")).isPresent());
    assertTrue(counted.after(Instant.parse("2027-01-01T14:00:00Z")).isEmpty());
    Window holidays =
        Window.of(
            new WindowSpec("FREQ=DAILY", "09:00", "10:00", null, List.of("2026-12-25")),
            TORONTO,
            "");
    assertFalse(holidays.at(Instant.parse("2026-12-25T14:30:00Z")).isPresent());
    assertTrue(holidays.at(Instant.parse("2026-12-26T14:30:00Z")).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FREQ=HOURLY", "BYDAY=MO", "every monday"})
  void refusesWhatIsNoRuleOfWholeDays(String rule) {
    Flaw flaw = assertThrows(Flaw.class, () -> window(rule, "09:00", "10:00", TORONTO));
    assertEquals("/windows/0/rule", flaw.pointer());
  }

  @ParameterizedTest
  @CsvSource({"9:00,10:00,/from", "24:00,10:00,/from", "09:00,25:00,/to", "09:00,09:00,/to"})
  void refusesWhatIsNoTime(String from, String to, String field) {
    Flaw flaw = assertThrows(Flaw.class, () -> window("FREQ=DAILY", from, to, TORONTO));
    assertEquals("/windows/0" + field, flaw.pointer());
  }
}
