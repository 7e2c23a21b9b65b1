package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of time: every window of the six programs, and some that clock changes fall into, on
 * both clock changes of two years in both zones, at midnight, month and year ends and on a leap
 * day. The reference walks the wall clock minute by minute and uses nothing of {@link Window}.
 */
class WindowTableTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A window as it is published: these weekdays, from this to that local time. */
  record Published(String code, Set<DayOfWeek> days, String from, String to, ZoneId zone) {
    Window window() {
      String rule =
          days.size() == 7
              ? "FREQ=DAILY"
              : "FREQ=WEEKLY;BYDAY="
                  + String.join(",", days.stream().map(day -> day.name().substring(0, 2)).toList());
      return Window.of(WindowSpec.of(rule, from, to), zone, "/windows/0");
    }
  }

  record Case(Published published, LocalDate day) {}

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  static Stream<Published> windows() {
    List<Published> windows = new ArrayList<>();
    for (String name : List.of("America/Toronto", "Europe/London")) {
      ZoneId zone = ZoneId.of(name);
      Set<DayOfWeek> wednesdayOn = EnumSet.range(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY);
      Set<DayOfWeek> office = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      windows.add(new Published("windsor-onscene", wednesdayOn, "15:00", "23:00", zone));
      windows.add(new Published("hiatus-virtual", EVERY_DAY, "00:00", "24:00", zone));
      windows.add(new Published("fswe-early", office, "09:00", "17:00", zone));
      windows.add(new Published("cleveland-car", WEEKEND, "14:00", "22:00", zone));
      windows.add(new Published("cleveland-control", WEEKEND, "14:00", "21:30", zone));
      windows.add(new Published("richelieu-outreach", EVERY_DAY, "09:00", "17:00", zone));
      windows.add(new Published("through the night", EVERY_DAY, "22:00", "06:00", zone));
      windows.add(new Published("into the change", EVERY_DAY, "00:30", "01:30", zone));
      windows.add(new Published("inside the change", EVERY_DAY, "01:10", "01:50", zone));
      windows.add(new Published("inside the next hour", EVERY_DAY, "02:10", "02:50", zone));
      windows.add(new Published("out of the change", EVERY_DAY, "02:30", "05:00", zone));
      windows.add(new Published("swallowed", EVERY_DAY, "02:30", "03:15", zone));
    }
    return windows.stream();
  }

  static Stream<Case> table() {
    List<LocalDate> days =
        Stream.of(
                "2026-03-08",
                "2026-11-01",
                "2027-03-14",
                "2027-11-07", // Toronto's clock changes
                "2026-03-29",
                "2026-10-25",
                "2027-03-28",
                "2027-10-31", // London's
                "2026-01-31",
                "2026-04-30",
                "2026-12-31",
                "2027-01-01", // ends of months and years
                "2027-02-28",
                "2028-02-28",
                "2028-02-29",
                "2028-03-01")
            .map(LocalDate::parse)
            .toList();
    return windows().flatMap(window -> days.stream().map(day -> new Case(window, day)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void opensAndClosesWhenTheWallClockDoes(Case one) {
    Window window = one.published().window();
    ZoneId zone = one.published().zone();
    Instant from = one.day().minusDays(1).atStartOfDay(zone).toInstant();
    Instant to = one.day().plusDays(2).atStartOfDay(zone).toInstant();
    List<Window.Span> spans = new ArrayList<>();
    for (int day = -2; day <= 2; day++) {
      span(one.published(), one.day().plusDays(day)).ifPresent(spans::add);
    }
    // around every edge minute by minute, and every quarter of an hour besides
    TreeSet<Instant> looked = new TreeSet<>();
    for (Instant t = from; t.isBefore(to); t = t.plus(Duration.ofMinutes(15))) {
      looked.add(t);
    }
    for (Window.Span span : spans) {
      for (int minute = -61; minute <= 61; minute++) {
        looked.add(span.opens().plus(MINUTE.multipliedBy(minute)));
        looked.add(span.closes().plus(MINUTE.multipliedBy(minute)));
      }
      looked.add(span.opens().minusNanos(1));
      looked.add(span.closes().minusNanos(1));
    }
    for (Instant t : looked.subSet(from, to)) {
      assertEquals(
          spans.stream().anyMatch(span -> span.contains(t)),
          window.at(t).isPresent(),
          one.published().code() + " at " + t.atZone(zone));
    }
  }

  private static Optional<Window.Span> span(Published published, LocalDate day) {
    if (!published.days().contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    LocalTime from = LocalTime.parse(published.from());
    LocalDateTime closes =
        published.to().equals("24:00")
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(LocalTime.parse(published.to()));
    if (!closes.isAfter(day.atTime(from))) {
      closes = closes.plusDays(1);
    }
    Instant opening = instant(day.atTime(from), published.zone());
    Instant closing = instant(closes, published.zone());
    return opening.isBefore(closing)
        ? Optional.of(new Window.Span(opening, closing))
        : Optional.empty();
  }

  /**
   * The first instant the wall clock shows this; where it jumps over it, as long after the jump as
   * it would have been (RFC 5545, 3.3.5).
   */
  private static Instant instant(LocalDateTime wanted, ZoneId zone) {
    Instant t = wanted.minusHours(30).toInstant(ZoneOffset.UTC);
    while (true) {
      LocalDateTime wall = LocalDateTime.ofInstant(t, zone);
      if (wall.equals(wanted)) {
        return t;
      }
      Instant next = t.plus(MINUTE);
      if (wall.isBefore(wanted) && LocalDateTime.ofInstant(next, zone).isAfter(wanted)) {
        return t.plus(Duration.between(wall, wanted));
      }
      t = next;
    }
  }
}
