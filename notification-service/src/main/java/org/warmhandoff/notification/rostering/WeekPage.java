package org.warmhandoff.notification.rostering;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.Window;

/** A week of the rota as its page shows it: a day beside the other, in each program's own zone. */
final class WeekPage {

  private static final int DAYS = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

  private WeekPage() {}

  /** One program's week. */
  record Week(String code, String name, String zone, boolean gaps, List<Day> days) {}

  /**
   * One local day.
   *
   * @param weekday MO, TU, …
   * @param date MM-dd: the year is that of the week
   */
  record Day(String weekday, String date, boolean today, List<Line> lines, List<String> gaps) {}

  /**
   * One place.
   *
   * @param times local in the program's zone, HH:mm–HH:mm
   * @param own the same in the reader's zone; empty where that is no other
   * @param who the end of their id; empty: nobody
   */
  record Line(
      UUID id,
      String times,
      String own,
      String who,
      String role,
      String state,
      boolean mine,
      boolean mayTake) {}

  /** The Monday of the week an instant is in. */
  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Everything from a Monday on that any zone has in that week. */
  static Window.Span around(LocalDate monday) {
    Instant starts = monday.atStartOfDay(ZoneId.of("UTC")).toInstant();
    return new Window.Span(
        starts.minus(Duration.ofDays(1)), starts.plus(Duration.ofDays(DAYS + 1L)));
  }

  static List<Week> of(RotaView view, LocalDate monday, Instant now) {
    ZoneId own = view.zone() == null ? null : ZoneId.of(view.zone());
    return view.programs().stream().map(one -> week(one, monday, now, own)).toList();
  }

  private static Week week(
      RotaView.OfProgram program, LocalDate monday, Instant now, @Nullable ZoneId own) {
    ZoneId zone = ZoneId.of(program.zone());
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Day> days =
        Stream.iterate(monday, day -> day.plusDays(1))
            .limit(DAYS)
            .map(
                day ->
                    new Day(
                        day.getDayOfWeek().name().substring(0, 2),
                        MONTH_AND_DAY.format(day),
                        day.equals(today),
                        program.shifts().stream()
                            .filter(one -> on(one.starts(), zone, day))
                            .map(one -> line(one, zone, own))
                            .toList(),
                        gaps(program, zone, day)))
            .toList();
    boolean gaps = days.stream().anyMatch(day -> !day.gaps().isEmpty());
    return new Week(program.code(), program.name(), program.zone(), gaps, days);
  }

  /** What of the gaps is of this day: one that goes on for days is seen on each. */
  private static List<String> gaps(RotaView.OfProgram program, ZoneId zone, LocalDate day) {
    Instant begins = day.atStartOfDay(zone).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    return program.gaps().stream()
        .filter(one -> one.starts().isBefore(ends) && one.ends().isAfter(begins))
        .map(
            one ->
                times(
                    one.starts().isBefore(begins) ? begins : one.starts(),
                    one.ends().isAfter(ends) ? ends : one.ends(),
                    zone))
        .toList();
  }

  private static boolean on(Instant starts, ZoneId zone, LocalDate day) {
    return starts.atZone(zone).toLocalDate().equals(day);
  }

  static Line line(RotaView.Place place, ZoneId zone, @Nullable ZoneId own) {
    UUID staff = place.staff();
    String times = times(place.starts(), place.ends(), zone);
    String mine = own == null ? times : times(place.starts(), place.ends(), own);
    return new Line(
        place.id(),
        times,
        mine.equals(times) ? "" : mine,
        staff == null ? "" : ShownId.of(staff),
        place.role() == null ? "" : place.role(),
        place.state(),
        place.mine(),
        place.mayTake());
  }

  /** Local times; with the day where it is over midnight or longer than a day. */
  static String times(Instant starts, Instant ends, ZoneId zone) {
    ZonedDateTime from = starts.atZone(zone);
    ZonedDateTime until = ends.atZone(zone);
    boolean sameDay = !until.toLocalDate().isAfter(from.toLocalDate().plusDays(1));
    return TIME.format(from)
        + "–"
        + (sameDay ? "" : until.toLocalDate() + " ")
        + TIME.format(until);
  }
}
