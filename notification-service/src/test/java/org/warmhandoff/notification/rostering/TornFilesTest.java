package org.warmhandoff.notification.rostering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Torn;
import org.warmhandoff.notification.Window;

/** Files of shifts as nobody would send them: refused in words, row by row, and never more. */
class TornFilesTest {

  private static final int MOST = 500;
  private static final Window.Span YEAR =
      new Window.Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
  private static final ImportCalendar.Whose WHOSE =
      new ImportCalendar.Whose(List.of("night"), new UUID(0, 1), ZoneId.of("America/Toronto"));
  private static final String CSV =
      """
      staff,programs,starts,ends,zones
      00000000-0000-0000-0000-000000000001,night day,2026-03-07T21:00:00-05:00,2026-03-08T05:00:00-04:00,tecumseh
      ,"night","2026-11-01T00:00:00-04:00",2026-11-01T06:00:00-05:00,
      """;
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Warm Handoff//Test//EN
      BEGIN:VEVENT
      UID:1@example.org
      DTSTAMP:20260101T000000Z
      DTSTART;TZID=America/Toronto:20260307T210000
      DTEND;TZID=America/Toronto:20260308T050000
      RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=SA
      EXDATE;TZID=America/Toronto:20260314T210000
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  @Test
  void aTableIsReadOrRefusedRowByRow() {
    Torn.each(CSV, 20_000, 5, text -> whole(ImportCsv.read(text, MOST)));
  }

  @Test
  void aCalendarIsReadOrRefusedEventByEvent() {
    Torn.each(CALENDAR, 4_000, 6, text -> whole(ImportCalendar.read(text, WHOSE, YEAR, MOST)));
  }

  @Test
  void nobodyIsOnDutyEverySecond() {
    String often = CALENDAR.replace("FREQ=WEEKLY;COUNT=4;BYDAY=SA", "FREQ=SECONDLY");
    List<ImportRow> rows = ImportCalendar.read(often, WHOSE, YEAR, MOST);
    assertEquals(1, rows.size());
    assertEquals("an event that comes daily at most", flaw(rows.getFirst()).expected());
  }

  private static Flaw flaw(ImportRow row) {
    Flaw flaw = row.flaw();
    assertNotNull(flaw);
    return flaw;
  }

  private static void whole(List<ImportRow> rows) {
    rows.forEach(row -> assertTrue((row.shift() == null) != (row.flaw() == null)));
  }
}
