package org.warmhandoff.incident.intake.watching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.intake.watching.IntakeTally.Kind;

/**
 * The last 24 hours of one connected CAD, as they are shown. Times are local to its police service.
 *
 * @param since when the shown day begins
 * @param last when it last posted, or null where it did not
 * @param gap the longest time without a post, also before the first and after the last
 * @param refused whether any post was refused, whether or not it is among those shown
 */
record IntakeDay(
    String policeService,
    LocalTime since,
    @Nullable LocalTime last,
    Duration gap,
    boolean refused,
    List<Hour> hours,
    List<Line> outcomes,
    List<Line> refusals,
    List<Line> odd,
    List<Line> unused) {

  private static final int HOURS = 24;
  private static final long WIDTH = 100;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /**
   * Posts of one hour.
   *
   * @param bar width of those taken, of 100 for the busiest hour
   * @param refusedBar width of those refused
   */
  record Hour(String from, long taken, long refused, long bar, long refusedBar) {

    public boolean silent() {
      return taken + refused == 0;
    }
  }

  /** Something that was counted. */
  record Line(String code, String pointer, long times, LocalTime last) {}

  /** When the shown day begins: 24 hours, of which the present one is the last. */
  static Instant begin(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
  }

  static IntakeDay of(
      String policeService,
      String zone,
      List<IntakeLog.Minute> minutes,
      List<IntakeLog.Said> said,
      Instant now) {
    return new IntakeDay(
        policeService,
        LocalTime.of(begin(now), zone, now),
        minutes.isEmpty() ? null : LocalTime.of(minutes.getLast().lastAt(), zone, now),
        gap(minutes, now),
        minutes.stream().anyMatch(minute -> minute.refused() > 0),
        hours(minutes, zone, now),
        lines(said, Kind.TAKEN, zone, now),
        lines(said, Kind.REFUSED, zone, now),
        lines(said, Kind.ODD, zone, now),
        lines(said, Kind.UNUSED, zone, now));
  }

  /** A CAD that posts again after a dead night, or no more, was silent as well. */
  private static Duration gap(List<IntakeLog.Minute> minutes, Instant now) {
    Duration longest = Duration.ZERO;
    Instant before = begin(now);
    for (IntakeLog.Minute minute : minutes) {
      longest = longer(longest, Duration.between(before, minute.minute()));
      before = minute.minute();
    }
    return longer(longest, Duration.between(before, now));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** In minutes, from two hours on in hours too; the same in both languages. */
  static String span(Duration time) {
    return time.toHours() < 2
        ? time.toMinutes() + " min"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  public String gapSpan() {
    return span(gap);
  }

  public String lastSpan() {
    return last == null ? "" : span(Duration.ofMinutes(Math.max(0, last.minutes())));
  }

  private static List<Hour> hours(List<IntakeLog.Minute> minutes, String zone, Instant now) {
    long[] taken = new long[HOURS];
    long[] refused = new long[HOURS];
    Instant begin = begin(now);
    for (IntakeLog.Minute minute : minutes) {
      long hour = Duration.between(begin, minute.minute()).toHours();
      if (hour >= 0 && hour < HOURS) {
        taken[(int) hour] += minute.taken();
        refused[(int) hour] += minute.refused();
      }
    }
    long most = 1;
    for (int i = 0; i < HOURS; i++) {
      most = Math.max(most, taken[i] + refused[i]);
    }
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < HOURS; i++) {
      ZonedDateTime from = begin.plus(Duration.ofHours(i)).atZone(ZoneId.of(zone));
      hours.add(
          new Hour(
              label(from), taken[i], refused[i], width(taken[i], most), width(refused[i], most)));
    }
    return hours;
  }

  /** In the autumn night an hour comes twice: then its offset is told. */
  private static String label(ZonedDateTime from) {
    boolean twice = from.getZone().getRules().getValidOffsets(from.toLocalDateTime()).size() > 1;
    return CLOCK.format(from) + (twice ? " (UTC" + from.getOffset() + ")" : "");
  }

  /** What happened is seen, however little it is. */
  private static long width(long count, long most) {
    return count == 0 ? 0 : Math.max(1, count * WIDTH / most);
  }

  private static List<Line> lines(List<IntakeLog.Said> said, Kind kind, String zone, Instant now) {
    Stream<IntakeLog.Said> ofKind = said.stream().filter(one -> one.kind() == kind);
    return ofKind
        .map(
            one ->
                new Line(
                    one.code(), one.pointer(), one.times(), LocalTime.of(one.lastAt(), zone, now)))
        .toList();
  }

  public boolean silent() {
    return last == null;
  }
}
