package org.warmhandoff.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Local times of day on the dates an RFC 5545 rule picks, in an IANA zone. Each occurrence is the
 * half-open interval [from, to) of instants.
 *
 * <p>Clock changes (RFC 5545, 3.3.5): a local time that does not exist is read with the offset
 * before the gap, so 02:30 in the spring gap is 03:30 on the clock; a local time that exists twice
 * is the first of the two. A window across the gap lasts an hour less than its times say, one
 * across the overlap an hour more, and one with both ends inside the gap moves with it. An
 * occurrence the gap swallows whole does not take place.
 */
public final class Window {

  private static final LocalDate DEFAULT_START = LocalDate.of(2018, 1, 1);
  private static final int HORIZON_YEARS = 5;
  private static final String END_OF_DAY = "24:00";

  private final RecurrenceRule rule;
  private final LocalDate start;
  private final LocalTime from;
  private final @Nullable LocalTime to;
  private final Set<LocalDate> except;
  private final ZoneId zone;
  private final Map<Integer, BitSet> datesOfYear = new ConcurrentHashMap<>();

  private Window(
      RecurrenceRule rule,
      LocalDate start,
      LocalTime from,
      @Nullable LocalTime to,
      Set<LocalDate> except,
      ZoneId zone) {
    this.rule = rule;
    this.start = start;
    this.from = from;
    this.to = to;
    this.except = except;
    this.zone = zone;
  }

  /** One occurrence: it contains {@code opens} and everything before {@code closes}. */
  public record Span(Instant opens, Instant closes) {
    public boolean contains(Instant instant) {
      return !instant.isBefore(opens) && instant.isBefore(closes);
    }
  }

  /**
   * Reads a window.
   *
   * @param pointer JSON pointer of the window, for refusals
   * @throws Flaw where a part cannot be read
   */
  public static Window of(WindowSpec spec, ZoneId zone, String pointer) {
    return of(spec, Set.of(), zone, pointer);
  }

  /**
   * The same with days off.
   *
   * @param holidays local dates it does not open on, besides those the window itself excepts
   */
  static Window of(WindowSpec spec, Set<LocalDate> holidays, ZoneId zone, String pointer) {
    LocalTime from = time(spec.from(), pointer + "/from");
    boolean wholeDay = END_OF_DAY.equals(spec.to());
    LocalTime to = wholeDay ? null : time(spec.to(), pointer + "/to");
    if (from.equals(to)) {
      throw new Flaw(pointer + "/to", "another time than from; 24:00 for the end of the day");
    }
    LocalDate start = spec.start() == null ? DEFAULT_START : date(spec.start(), pointer + "/start");
    Set<LocalDate> except = new HashSet<>(holidays);
    List<String> exceptions = spec.except() == null ? List.of() : spec.except();
    for (int i = 0; i < exceptions.size(); i++) {
      except.add(date(exceptions.get(i), pointer + "/except/" + i));
    }
    return new Window(
        rule(spec.rule(), pointer + "/rule"), start, from, to, Set.copyOf(except), zone);
  }

  /** The occurrence that contains this instant. */
  public Optional<Span> at(Instant instant) {
    LocalDate today = instant.atZone(zone).toLocalDate();
    return on(today)
        .filter(span -> span.contains(instant))
        .or(() -> on(today.minusDays(1)).filter(span -> span.contains(instant)));
  }

  /** The first occurrence that opens after this instant, within five years. */
  public Optional<Span> after(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    int lastYear = day.getYear() + HORIZON_YEARS;
    while (day.getYear() <= lastYear) {
      int next = dates(day.getYear()).nextSetBit(day.getDayOfYear());
      if (next < 0) {
        day = LocalDate.of(day.getYear() + 1, 1, 1);
        continue;
      }
      day = LocalDate.ofYearDay(day.getYear(), next);
      Optional<Span> span = on(day).filter(found -> found.opens().isAfter(instant));
      if (span.isPresent()) {
        return span;
      }
      day = day.plusDays(1);
    }
    return Optional.empty();
  }

  /** Every occurrence that ends after {@code from} and begins before {@code until}, in order. */
  public List<Occurrence> between(Instant from, Instant until) {
    List<Occurrence> found = new ArrayList<>();
    LocalDate last = until.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      LocalDate date = day;
      on(date)
          .filter(span -> span.closes().isAfter(from) && span.opens().isBefore(until))
          .ifPresent(span -> found.add(new Occurrence(date, span)));
    }
    return found;
  }

  private Optional<Span> on(LocalDate date) {
    if (!dates(date.getYear()).get(date.getDayOfYear())) {
      return Optional.empty();
    }
    Instant opens = date.atTime(from).atZone(zone).toInstant();
    Instant closes =
        to == null
            ? date.plusDays(1).atStartOfDay(zone).toInstant()
            : (to.isAfter(from) ? date : date.plusDays(1)).atTime(to).atZone(zone).toInstant();
    return opens.isBefore(closes) ? Optional.of(new Span(opens, closes)) : Optional.empty();
  }

  private BitSet dates(int year) {
    return datesOfYear.computeIfAbsent(year, this::expand);
  }

  private BitSet expand(int year) {
    BitSet days = new BitSet(367);
    RecurrenceRuleIterator dates =
        rule.iterator(
            new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    if (rule.getCount() == null) {
      dates.fastForward(new DateTime(year, 0, 1));
    }
    while (dates.hasNext()) {
      DateTime next = dates.nextDateTime();
      if (next.getYear() > year) {
        break;
      }
      LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (date.getYear() == year && !except.contains(date)) {
        days.set(date.getDayOfYear());
      }
    }
    return days;
  }

  private static RecurrenceRule rule(@Nullable String text, String pointer) {
    Flaw flaw = new Flaw(pointer, "an RFC 5545 rule of whole days, as FREQ=WEEKLY;BYDAY=SA,SU");
    if (text == null) {
      throw flaw;
    }
    try {
      RecurrenceRule rule = new RecurrenceRule(text);
      return switch (rule.getFreq()) {
        case YEARLY, MONTHLY, WEEKLY, DAILY -> rule;
        case HOURLY, MINUTELY, SECONDLY -> throw flaw;
      };
    } catch (InvalidRecurrenceRuleException unreadable) {
      throw flaw;
    }
  }

  private static LocalTime time(@Nullable String text, String pointer) {
    if (text == null || !text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      throw new Flaw(pointer, "a local time HH:mm");
    }
    return LocalTime.parse(text);
  }

  public static LocalDate date(@Nullable String text, String pointer) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException unreadable) {
      throw new Flaw(pointer, "a local date YYYY-MM-DD");
    }
  }
}
