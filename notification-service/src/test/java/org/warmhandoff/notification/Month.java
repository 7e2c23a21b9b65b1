package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.contracts.Mode;

/**
 * One seeded month of a city: calls at the pace of 4,000 a year and more, officers who say what
 * they see, workers who answer, decline or sleep, a service that is down for hours, a clock that
 * jumps. The months hold both clock changes of both zones, a year's end and a leap day. After each
 * thing that happens {@link WeekChecks} looks for what must never be found.
 */
final class Month {

  private static final List<LocalDate> STARTS =
      List.of(
          LocalDate.of(2026, 10, 12), // the clocks of London and Toronto go back, a week apart
          LocalDate.of(2027, 3, 5), // and forward, two weeks apart
          LocalDate.of(2027, 12, 12),
          LocalDate.of(2028, 2, 10),
          LocalDate.of(2027, 6, 1));
  private static final Duration LENGTH = Duration.ofDays(31);
  private static final int INCIDENTS = 360;
  private static final int OUTAGES = 4;
  private static final int LONGEST_OUTAGE = 6 * 3600;

  private final Random random;
  private final Instant start;
  private final MemoryDesk desk;
  private final WeekChecks checks;
  private final MonthLives lives;
  private final MonthHands hands;
  private final PriorityQueue<Entry> agenda =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long numbers;
  private Instant downUntil = Instant.MIN;
  private int heard;

  /** Something that happens at a time; it learns when it did, for a service may have been down. */
  private record Entry(Instant at, long number, boolean needsService, Happening what) {}

  /** What happens, told when it was meant to. */
  interface Happening {
    void at(Instant meant);
  }

  /** What a month held, for the report. */
  record Tally(
      int incidents, long pages, long accepted, long unanswered, long supervisors, long calledOff) {
    Tally plus(Tally other) {
      return new Tally(
          incidents + other.incidents,
          pages + other.pages,
          accepted + other.accepted,
          unanswered + other.unanswered,
          supervisors + other.supervisors,
          calledOff + other.calledOff);
    }
  }

  Month(long seed) {
    random = new Random(seed);
    LocalDate day = STARTS.get((int) Math.floorMod(seed, STARTS.size()));
    start = day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
    desk = new MemoryDesk(start);
    desk.snatching(() -> random.nextInt(25) == 0);
    // of its own, so that what failed once goes on as it did then
    Random others = new Random(~seed);
    desk.inOtherHands(crew -> others.nextInt(25) == 0);
    checks = new WeekChecks(desk);
    MonthStaff.hire(desk, random);
    lives = new MonthLives(desk, random, this::plan);
    hands = new MonthHands(desk, random);
  }

  Tally run() {
    for (int i = 0; i < INCIDENTS; i++) {
      Instant at = start.plusSeconds(random.nextLong(LENGTH.toSeconds()));
      plan(at, true, lives::begin);
    }
    for (int i = 0; i < OUTAGES; i++) {
      Instant at = start.plusSeconds(random.nextLong(LENGTH.toSeconds()));
      plan(at, false, meant -> goDown(meant.plusSeconds(random.nextInt(LONGEST_OUTAGE))));
    }
    for (int day = 0; day < LENGTH.toDays(); day++) {
      plan(
          start.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400)),
          false,
          meant -> MonthStaff.change(desk, random));
    }
    while (!agenda.isEmpty()) {
      happen(agenda.remove());
    }
    quiet();
    return tally();
  }

  private void plan(Instant at, boolean needsService, Happening what) {
    agenda.add(new Entry(at, numbers++, needsService, what));
  }

  private void goDown(Instant until) {
    if (!until.isAfter(downUntil)) {
      return;
    }
    downUntil = until;
    // first of all when it is up again: it catches up before anything new is heard
    plan(until, false, meant -> catchUp(until));
  }

  private void catchUp(Instant until) {
    // it may have gone down again before it was up
    if (!until.isBefore(downUntil)) {
      desk.jumpTo(desk.now().isBefore(until) ? until : desk.now());
    }
  }

  private void happen(Entry entry) {
    if (entry.at().isBefore(downUntil) && entry.needsService()) {
      Instant meant = entry.at();
      agenda.add(new Entry(downUntil, numbers++, true, late -> entry.what().at(meant)));
      return;
    }
    if (entry.at().isAfter(desk.now())) {
      if (entry.at().isBefore(downUntil)) {
        desk.clockAloneTo(entry.at());
      } else {
        desk.moveTo(entry.at());
        // before the next fact: who is paged now may be named as a party in a moment
        checks.check();
      }
    }
    entry.what().at(entry.at());
    if (!desk.now().isBefore(downUntil)) {
      checks.check();
      lives.latest().ifPresent(this::heardTwice);
      answers();
      if (random.nextInt(20) == 0) {
        hands.takeFromLists(List.copyOf(desk.unfinished()));
        checks.check();
      }
    }
  }

  /** The same fact again: everything that was to happen has happened. */
  private void heardTwice(UUID incident) {
    int before = desk.told.size();
    int advised = desk.advised.size();
    desk.heard(incident);
    assertEquals(before, desk.told.size(), "the same fact had an effect twice");
    assertEquals(advised, desk.advised.size(), "police were told twice");
  }

  /** Whoever was paged since makes up their mind, at their own pace. */
  private void answers() {
    for (; heard < desk.told.size(); heard++) {
      if (desk.told.get(heard) instanceof WorkerPaged page) {
        expect(page);
      } else if (desk.told.get(heard) instanceof AssignmentEvent.SupervisorTold told) {
        say(told.assignment(), new Answer.Acknowledge(), told.supervisor(), 3600, 70);
      } else if (desk.told.get(heard) instanceof AssignmentEvent.AssignmentStoodDown down) {
        UUID assignment = down.assignment();
        for (UUID travelling : desk.assignment(assignment).occupied()) {
          say(assignment, new Answer.AcknowledgeStandDown(), travelling, 900, 80);
        }
      }
    }
  }

  private void expect(WorkerPaged page) {
    UUID worker = one(page.staff());
    if (random.nextInt(25) == 0) {
      Instant at = desk.now().plusSeconds(1 + random.nextInt(3000));
      plan(at, true, meant -> hands.stepIn(page.assignment()));
    }
    int mood = random.nextInt(100);
    if (mood < 65) {
      say(page.assignment(), new Answer.Accept(), worker, 240, 100);
      say(page.assignment(), new Answer.SetOut(null), worker, 1500, 40);
      say(page.assignment(), new Answer.Arrive(), worker, 3000, 80);
      say(page.assignment(), new Answer.MakeContact(), worker, 6000, 80);
      Outcome outcome = one(List.of(Outcome.values()));
      say(page.assignment(), new Answer.Conclude(outcome), worker, 20_000, 95);
    } else if (mood < 80) {
      // a promise of less than a day, also when it is heard after an outage
      Instant from =
          random.nextBoolean() ? null : desk.now().plusSeconds(25_000 + random.nextInt(47_000));
      say(page.assignment(), new Answer.Decline("busy", from), worker, 240, 100);
    } else if (mood < 84) {
      // whoever reads an old page may tap on it, and so may one it never was for
      say(page.assignment(), new Answer.Accept(), staff(1 + random.nextInt(14)), 9000, 100);
    }
  }

  private void say(UUID assignment, Answer answer, UUID who, int within, int percent) {
    if (random.nextInt(100) >= percent) {
      return;
    }
    Instant at = desk.now().plusSeconds(1 + random.nextInt(within));
    plan(at, true, meant -> answer(desk.assignment(assignment), answer, who));
  }

  private void answer(Assignment assignment, Answer answer, UUID who) {
    long before = assignment.version();
    try {
      desk.answer(assignment, answer, who);
    } catch (Problem refused) {
      assertEquals("page-over", refused.code());
      assertEquals(before, assignment.version(), "a refused answer changes nothing");
    }
  }

  /**
   * Nobody says anything more: whatever is open must have reached a supervisor by then. A list of
   * visits asks eight people in turn, each for a day of service.
   */
  private void quiet() {
    for (int hour = 0; hour < 24 * 14; hour++) {
      desk.moveTo(desk.now().plus(Duration.ofHours(1)));
      checks.check();
    }
    checks.everyoneWasTold();
  }

  private Tally tally() {
    return new Tally(
        (int) desk.incidents.values().stream().filter(one -> one.mode() == Mode.LIVE).count(),
        count(WorkerPaged.class),
        count(AssignmentEvent.PageAccepted.class),
        count(AssignmentEvent.PageExpired.class),
        count(AssignmentEvent.SupervisorTold.class),
        count(AssignmentEvent.AssignmentStoodDown.class));
  }

  private long count(Class<? extends AssignmentEvent> kind) {
    return desk.told.stream().filter(kind::isInstance).count();
  }

  /** Everything that was told, in its order: the same seed tells the same. */
  List<AssignmentEvent> told() {
    return new ArrayList<>(desk.told);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
