package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What shifts come of a rotation, and who is on duty by them. */
class RotationTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final UUID ID = staff(900);
  private static final UUID ASH = staff(1);
  private static final UUID BIRCH = staff(2);

  private static Window window(String rule, String from, String to) {
    return Window.of(WindowSpec.of(rule, from, to), TORONTO, "/window");
  }

  @Test
  void groupsTakeTurnsOfWholeWeeksFromTheirFirstDayOn() {
    Turns turns = new Turns(List.of(List.of(ASH), List.of(BIRCH)), 2, LocalDate.of(2026, 11, 16));
    assertEquals(List.of(ASH), turns.on(LocalDate.of(2026, 11, 16)));
    assertEquals(List.of(ASH), turns.on(LocalDate.of(2026, 11, 29)));
    assertEquals(List.of(BIRCH), turns.on(LocalDate.of(2026, 11, 30)));
    assertEquals(List.of(BIRCH), turns.on(LocalDate.of(2026, 12, 13)));
    assertEquals(List.of(ASH), turns.on(LocalDate.of(2026, 12, 14)));
    assertEquals(List.of(BIRCH), turns.on(LocalDate.of(2026, 11, 15)), "and backwards");
  }

  @Test
  void aShiftThatRunsNowBeginsNowAndOneOverMidnightBelongsToItsFirstDay() {
    Instant friday = Instant.parse("2026-11-21T04:30:00Z"); // 23:30 in Toronto
    List<Laid> laid =
        Laid.out(
            ID,
            Turns.always(List.of(ASH)),
            window("FREQ=DAILY", "22:00", "06:00"),
            friday,
            friday.plus(Duration.ofDays(1)));
    assertEquals(2, laid.size());
    assertEquals(LocalDate.of(2026, 11, 20), laid.getFirst().date());
    assertEquals(
        new Window.Span(friday, Instant.parse("2026-11-21T11:00:00Z")), laid.getFirst().span());
  }

  @Test
  void aNightInSpringIsAnHourShorterAndOneInAutumnAnHourLonger() {
    Window night = window("FREQ=DAILY", "22:00", "06:00");
    Instant spring = Instant.parse("2027-03-14T02:00:00Z");
    Instant autumn = Instant.parse("2026-11-01T01:00:00Z");
    assertEquals(Duration.ofHours(7), length(night, spring));
    assertEquals(Duration.ofHours(9), length(night, autumn));
  }

  private static Duration length(Window window, Instant from) {
    Window.Span span =
        Laid.out(ID, Turns.always(List.of(ASH)), window, from, from.plus(Duration.ofHours(4)))
            .stream()
            .map(Laid::span)
            .filter(found -> found.opens().isAfter(from))
            .findFirst()
            .orElseThrow();
    return Duration.between(span.opens(), span.closes());
  }

  @Test
  void laidOutInPiecesOrAtOnceItIsTheSame() {
    Window window = window("FREQ=WEEKLY;BYDAY=SA,SU,MO", "20:00", "04:00");
    Turns turns = new Turns(List.of(List.of(ASH), List.of(BIRCH)), 1, null);
    Instant from = Instant.parse("2026-10-20T00:00:00Z");
    Instant until = from.plus(Duration.ofDays(70));
    Set<Laid> atOnce = new HashSet<>(Laid.out(ID, turns, window, from, until));
    Set<Laid> pieces = new HashSet<>();
    for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofHours(37))) {
      Instant piece = at;
      Instant next = at.plus(Duration.ofHours(37));
      Laid.out(ID, turns, window, at, next.isBefore(until) ? next : until).stream()
          .filter(one -> piece.equals(from) || !one.span().opens().isBefore(piece))
          .filter(one -> piece.equals(from) || !one.span().opens().equals(piece) || starts(one))
          .forEach(pieces::add);
    }
    assertEquals(atOnce, pieces);
  }

  private static boolean starts(Laid one) {
    return one.span().opens().atZone(TORONTO).getHour() == 20;
  }

  @Test
  void aCrewWithAnOpenPlaceGoesNowhereAndItsOneAnswersAlone() {
    Window.Span span =
        new Window.Span(
            Instant.parse("2026-11-21T14:00:00Z"), Instant.parse("2026-11-21T22:00:00Z"));
    ShiftRow taken = new ShiftRow(staff(50), 0, List.of("car", "desk"), ASH, new Duty(span));
    ShiftRow open = new ShiftRow(staff(50), 1, List.of("car", "desk"), null, new Duty(span));
    ShiftRow second = new ShiftRow(staff(50), 1, List.of("car", "desk"), BIRCH, new Duty(span));
    Map<String, ProgramRota> half = RotaReading.of(List.of(taken, open));
    assertTrue(half.getOrDefault("car", ProgramRota.EMPTY).together().isEmpty());
    assertEquals(1, half.getOrDefault("desk", ProgramRota.EMPTY).alone().size());
    Map<String, ProgramRota> whole = RotaReading.of(List.of(second, taken));
    assertEquals(
        List.of(ASH, BIRCH),
        whole.getOrDefault("car", ProgramRota.EMPTY).together().getFirst().crew().staff());
  }
}
