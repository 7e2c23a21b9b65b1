package org.warmhandoff.notification.rostering;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** Reads one worker's shifts, or open ones, from a calendar (RFC 5545). */
final class ImportCalendar {

  private ImportCalendar() {}

  /**
   * Whose shifts the file has.
   *
   * @param zone IANA zone of times that name none
   */
  record Whose(List<String> programs, @Nullable UUID staff, ZoneId zone) {}

  /**
   * Its events, each of a recurring one, between two instants.
   *
   * @param most that are read at all
   * @throws Flaw where it is no calendar, or has more events
   */
  static List<ImportRow> read(String text, Whose whose, Window.Span within, int most) {
    Calendar calendar;
    try {
      calendar = new CalendarBuilder().build(new StringReader(text));
    } catch (IOException | ParserException | RuntimeException unreadable) {
      throw new Flaw("/1", "a calendar as in RFC 5545");
    }
    List<ImportRow> rows = new ArrayList<>();
    List<VEvent> events = calendar.getComponents("VEVENT");
    for (VEvent event : events) {
      rows.addAll(rows(event, rows.size() + 1, whose, within));
      if (rows.size() > most) {
        throw new Flaw("/" + most, "no more than " + most + " shifts");
      }
    }
    return rows;
  }

  private static List<ImportRow> rows(VEvent event, int first, Whose whose, Window.Span within) {
    List<ImportRow> rows = new ArrayList<>();
    try {
      dailyAtMost(event);
      Set<? extends Period<? extends Temporal>> periods =
          event.calculateRecurrenceSet(
              new Period<>(
                  ZonedDateTime.ofInstant(within.opens(), whose.zone()),
                  Duration.between(within.opens(), within.closes())));
      for (Period<? extends Temporal> period : periods) {
        rows.add(
            ImportRow.good(
                first + rows.size(),
                new ImportRow.One(
                    whose.staff(),
                    whose.programs(),
                    List.of(),
                    new Window.Span(
                        instant(period.getStart(), whose.zone()),
                        instant(period.getEnd(), whose.zone())))));
      }
    } catch (Flaw flaw) {
      return List.of(ImportRow.bad(first, flaw));
    } catch (RuntimeException unreadable) {
      // the library tells a broken event in many ways
      return List.of(ImportRow.bad(first, new Flaw("", "an event with DTSTART and DTEND")));
    }
    return rows;
  }

  /** One a second for eight weeks is a small file, and would fill the memory of the service. */
  private static void dailyAtMost(VEvent event) {
    for (Property property : event.getProperties("RRULE")) {
      Recur<?> rule = ((RRule<?>) property).getRecur();
      boolean often =
          switch (rule.getFrequency()) {
            case DAILY, WEEKLY, MONTHLY, YEARLY -> false;
            case HOURLY, MINUTELY, SECONDLY -> true;
          };
      if (often
          || !rule.getHourList().isEmpty()
          || !rule.getMinuteList().isEmpty()
          || !rule.getSecondList().isEmpty()) {
        throw new Flaw("", "an event that comes daily at most");
      }
    }
  }

  private static Instant instant(Temporal given, ZoneId zone) {
    try {
      return switch (given) {
        case Instant instant -> instant;
        case ZonedDateTime zoned -> zoned.toInstant();
        case OffsetDateTime offset -> offset.toInstant();
        case LocalDateTime local -> local.atZone(zone).toInstant();
        default -> throw new Flaw("", "an event with a time of day");
      };
    } catch (DateTimeException unreadable) {
      throw new Flaw("", "a time");
    }
  }
}
