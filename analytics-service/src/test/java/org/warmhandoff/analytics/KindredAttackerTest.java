package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.analytics.Answers.K;
import static org.warmhandoff.analytics.Answers.WEEK;
import static org.warmhandoff.analytics.Answers.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.analytics.Measure.Leaf;
import org.warmhandoff.analytics.Suppression.Shown;

/**
 * Someone who asks for every table of kindred figures and puts them together: the steps of the
 * funnel, which all print what was created, and the two measures that count the same victims.
 */
class KindredAttackerTest {

  private static final List<String> OUTCOMES =
      List.of(
          Leaf.REFERRED,
          Leaf.ALREADY_SUPPORTED,
          Leaf.DECLINED,
          Leaf.UNREACHABLE,
          Leaf.UNSAFE_TO_CONTACT,
          Leaf.NOT_OFFERED,
          Leaf.NO_OUTCOME);
  private static final List<List<String>> VICTIMS =
      Stream.of(Leaf.CONNECTED, Leaf.NOT_CONNECTED, "still-open")
          .flatMap(first -> OUTCOMES.stream().map(outcome -> List.of(first, outcome)))
          .toList();
  private static final List<List<String>> REFERRALS =
      Stream.of(
              Leaf.COMPLETED,
              Leaf.FIRST_CONTACT,
              Leaf.ACCEPTED,
              Leaf.REJECTED,
              Leaf.WITHDRAWN,
              Leaf.WAITING,
              Leaf.REFUSED)
          .map(List::of)
          .toList();
  private static final List<Measure> FUNNEL = List.of(Measure.REFERRAL_FUNNEL);
  private static final List<Measure> PAIR = List.of(Measure.CONNECTED_SHARE, Measure.OUTCOME_MIX);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStepsOfTheFunnelDoNotTellOfOneAnother(long seed) {
    Random random = new Random(seed);
    attack(FUNNEL, REFERRALS, town(random, REFERRALS, seed % 10 == 0 ? 3 : 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTwoMeasuresOfVictimsDoNotTellOfOneAnother(long seed) {
    Random random = new Random(seed);
    List<List<String>> kinds = seed % 2 == 0 ? VICTIMS : VICTIMS.subList(0, 2 * OUTCOMES.size());
    attack(PAIR, VICTIMS, town(random, kinds, seed % 50 == 0 ? 2 : 1));
  }

  @Test
  void whatWasCreatedIsNotWhatAnotherStepLeavesOfIt() {
    Cube cube = new Cube();
    referrals(cube, "s1", "p1", 2, 3);
    referrals(cube, "s1", "p3", 20, 20);
    referrals(cube, "s2", "p2", 3, 27);
    referrals(cube, "s2", "p4", 0, 30);
    attack(FUNNEL, REFERRALS, cube);
  }

  @Test
  void oneMeasuresDenominatorIsNotWhatTheOthersLeave() {
    Cube cube = new Cube();
    pair(cube, "s1", "p1", 2, 3, 5);
    pair(cube, "s1", "p3", 20, 20, 40);
    pair(cube, "s2", "p2", 3, 27, 30);
    pair(cube, "s2", "p4", 0, 30, 30);
    attack(PAIR, VICTIMS, cube);
  }

  @Test
  void whereARowShowsNoneItsPartsAreKnown() {
    // Of s1's 25 connected, p4's 20 are shown, and p3 shows 0 wherever it runs: 5 are p1's.
    Cube cube = new Cube();
    pair(cube, "s1", "p1", 5, 40, 45);
    pair(cube, "s1", "p3", 0, 20, 20);
    pair(cube, "s1", "p4", 20, 20, 40);
    pair(cube, "s2", "p2", 30, 40, 70);
    pair(cube, "s2", "p3", 0, 20, 20);
    attack(PAIR, VICTIMS, cube);
  }

  @Test
  void theAttackerIsGoodEnough() {
    Cube cube = new Cube();
    referrals(cube, "s1", "p1", 2, 3);
    referrals(cube, "s1", "p3", 20, 20);
    LinearAttack attack = new LinearAttack(cube.all(), REFERRALS);
    Quantity created = Quantity.of(Leaf.ACCEPTED, Leaf.WAITING);
    attack.tell(LinearAttack.which(By.POLICE_SERVICE, "s1", null), created, 45L);
    attack.tell(LinearAttack.which(By.PROGRAM, "p3", null), created, 40L);
    attack.narrow();
    assertTrue(attack.knows(LinearAttack.which(By.PROGRAM, "p1", null), created));
  }

  @Test
  void wholesOfALargeTownAreShown() {
    Cube cube = new Cube();
    String[][] programs = {{"s1", "p1"}, {"s1", "p2"}, {"s2", "p3"}, {"s2", "p4"}};
    for (String[] program : programs) {
      cube.at(new Atom(WEEK, program[0], program[1], "mode-" + program[1]))
          .count(Leaf.CONNECTED, 75)
          .count(Leaf.NOT_CONNECTED, 40)
          .count(Leaf.REFERRED, 30)
          .count(Leaf.ALREADY_SUPPORTED, 20)
          .count(Leaf.DECLINED, 15)
          .count(Leaf.UNREACHABLE, 15)
          .count(Leaf.UNSAFE_TO_CONTACT, 12)
          .count(Leaf.NOT_OFFERED, 12)
          .count(Leaf.NO_OUTCOME, 11)
          .count(Leaf.COMPLETED, 20)
          .count(Leaf.FIRST_CONTACT, 12)
          .count(Leaf.ACCEPTED, 12)
          .count(Leaf.REJECTED, 10)
          .count(Leaf.WAITING, 10);
    }
    for (Measure measure :
        List.of(Measure.CONNECTED_SHARE, Measure.OUTCOME_MIX, Measure.REFERRAL_FUNNEL)) {
      for (By by : By.values()) {
        assertTrue(
            Answers.ask(measure, by, cube).getTotal().figures().stream().noneMatch(Shown::hidden),
            () -> measure + " by " + by);
      }
    }
    assertEquals(
        460L,
        figure(Answers.ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected")
            .denominator());
  }

  @Test
  void oneSmallOutcomeDoesNotHideTheOtherWholes() {
    Cube cube = new Cube();
    cube.at(new Atom(WEEK, "s1", "p1", "on-site"))
        .count(Leaf.CONNECTED, 300)
        .count(Leaf.NOT_CONNECTED, 160)
        .count(Leaf.REFERRED, 200)
        .count(Leaf.DECLINED, 100)
        .count(Leaf.UNREACHABLE, 155)
        .count(Leaf.UNSAFE_TO_CONTACT, 5);
    assertFalse(
        figure(Answers.ask(Measure.CONNECTED_SHARE, By.NONE, cube).getTotal(), "connected")
            .hidden());
    Suppression.Row outcomes = Answers.ask(Measure.OUTCOME_MIX, By.NONE, cube).getTotal();
    assertFalse(figure(outcomes, Leaf.REFERRED).hidden());
    assertTrue(figure(outcomes, Leaf.UNSAFE_TO_CONTACT).hidden());
  }

  private static void attack(List<Measure> measures, List<List<String>> kinds, Cube cube) {
    LinearAttack attack = new LinearAttack(cube.all(), kinds);
    List<@Nullable LocalDate> times = new ArrayList<>(cube.weeks());
    times.add(null);
    for (Measure measure : measures) {
      for (By by : By.values()) {
        for (LocalDate week : times) {
          attack.take(
              measure,
              by,
              week,
              Answers.ask(measure, by, week, week == null ? null : week.plusWeeks(1), cube));
        }
      }
    }
    attack.narrow();
    for (Measure measure : measures) {
      for (By by : By.values()) {
        for (LocalDate week : times) {
          cube.groups(by).forEach(group -> check(attack, measure, by, group, week, cube));
        }
      }
    }
  }

  private static void check(
      LinearAttack attack,
      Measure measure,
      By by,
      String group,
      @Nullable LocalDate week,
      Cube cube) {
    Cell cell = cube.sums(w -> week == null || week.equals(w)).of(by, group);
    measure.sections().stream()
        .flatMap(section -> section.watched().stream())
        .filter(quantity -> quantity.isSmall(cell, K))
        .forEach(
            quantity ->
                assertFalse(
                    attack.knows(LinearAttack.which(by, group, week), quantity),
                    () -> "%s of %s is known: %d".formatted(quantity, group, quantity.in(cell))));
  }

  private static Cube town(Random random, List<List<String>> kinds, int weeks) {
    Cube cube = new Cube();
    int scale = 2 + random.nextInt(50);
    for (int week = 0; week < weeks; week++) {
      for (int service = 1; service <= 3; service++) {
        for (int program = 1; program <= 4; program++) {
          if (random.nextInt(3) > 0) {
            Atom atom =
                new Atom(WEEK.plusWeeks(week), "s" + service, "p" + program, "m" + program % 3);
            for (List<String> kind : kinds) {
              int howMany = random.nextInt(3) == 0 ? 0 : random.nextInt(scale);
              kind.stream()
                  .filter(leaf -> howMany > 0 && !leaf.equals("still-open"))
                  .forEach(leaf -> cube.at(atom).count(leaf, howMany));
            }
          }
        }
      }
    }
    return cube;
  }

  private static void referrals(
      Cube cube, String service, String program, long accepted, long waiting) {
    cube.at(new Atom(WEEK, service, program, "on-site"))
        .count(Leaf.ACCEPTED, accepted)
        .count(Leaf.WAITING, waiting);
  }

  /** Victims of whom nothing is known but that they could not be reached. */
  private static void pair(
      Cube cube, String service, String program, long connected, long not, long unreachable) {
    cube.at(new Atom(WEEK, service, program, "on-site"))
        .count(Leaf.CONNECTED, connected)
        .count(Leaf.NOT_CONNECTED, not)
        .count(Leaf.UNREACHABLE, unreachable);
  }
}
