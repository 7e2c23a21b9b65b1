package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.analytics.Answers.K;
import static org.warmhandoff.analytics.Answers.WEEK;
import static org.warmhandoff.analytics.Answers.ask;
import static org.warmhandoff.analytics.Answers.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.Row;
import org.warmhandoff.analytics.Suppression.Shown;

/**
 * Someone who asks for every table of one release: the whole, every dimension, every week, and who
 * knows which programs run where. She writes down what she is told as equations over the numbers
 * she does not know, none of them negative, and narrows each down as far as it goes.
 */
class AttackerTest {

  private static final String[] SERVICES = {"alder", "beech", "crane"};
  private static final String[][] PROGRAMS = {
    {"a-car", "second-response"},
    {"b-control", "control-room"},
    {"c-onscene", "on-site"},
    {"d-virtual", "virtual"},
    {"e-outreach", "on-site"},
    {Atom.NOT_OPENED, Atom.NOT_OPENED}
  };

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 400; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noSmallNumberCanBeWorkedOut(long seed) {
    Random random = new Random(seed);
    Cube cube = city(random, 1 + random.nextInt(4));
    Attack attack = new Attack(cube);
    attack.ask(cube);
    attack.narrow();
    attack.assertNothingSmallIsKnown();
  }

  @Test
  void anAttackOnABareTableSucceeds() {
    // The same reasoning, told the whole and all rows but one, must find the last: else the test
    // above would prove nothing.
    Cube cube = new Cube();
    Answers.victims(cube, "ash", 5, 40);
    Answers.victims(cube, "birch", 60, 40);
    Attack attack = new Attack(cube);
    attack.tell(atom -> true, "connected", 65);
    attack.tell(atom -> atom.program().equals("birch"), "connected", 60);
    attack.narrow();
    assertTrue(attack.knows(atom -> atom.program().equals("ash"), "connected"));
  }

  private static Cube city(Random random, int weeks) {
    Cube cube = new Cube();
    int scale = 2 + random.nextInt(60);
    for (int week = 0; week < weeks; week++) {
      for (String service : SERVICES) {
        for (String[] program : PROGRAMS) {
          if (random.nextInt(3) > 0) {
            long connected = random.nextInt(scale);
            long not = random.nextInt(scale);
            if (connected + not > 0) {
              Answers.victims(
                  cube,
                  new Atom(WEEK.plusWeeks(week), service, program[0], program[1]),
                  connected,
                  not);
            }
          }
        }
      }
    }
    return cube;
  }

  /** Unknown numbers with what is known of each, and the equations over them. */
  private static final class Attack {

    private record Unknown(Atom atom, String leaf) {}

    private record Equation(List<Integer> unknowns, long sum) {}

    private final Cube cube;
    private final Map<Unknown, Integer> numbers = new HashMap<>();
    private final List<Long> lowest = new ArrayList<>();
    private final List<Long> highest = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();

    Attack(Cube cube) {
      this.cube = cube;
      for (Atom atom : cube.all()) {
        for (String leaf : List.of("connected", "not-connected")) {
          numbers.put(new Unknown(atom, leaf), numbers.size());
          lowest.add(0L);
          highest.add(Long.MAX_VALUE / 4);
        }
      }
    }

    void ask(Cube cube) {
      for (By by : By.values()) {
        take(by, ask(by, null), atom -> true);
        for (LocalDate week : cube.weeks()) {
          take(by, ask(by, week), atom -> week != null && week.equals(atom.week()));
        }
      }
    }

    private Published ask(By by, @Nullable LocalDate week) {
      return week == null
          ? Answers.ask(Measure.CONNECTED_SHARE, by, cube)
          : Answers.ask(Measure.CONNECTED_SHARE, by, week, week.plusWeeks(1), cube);
    }

    private void take(By by, Published answer, Predicate<Atom> time) {
      List<Row> rows = new ArrayList<>(answer.getRows());
      rows.forEach(
          row -> take(row, atom -> time.test(atom) && by.groupOf(atom).equals(row.group())));
      take(answer.getTotal(), time);
    }

    private void take(Row row, Predicate<Atom> which) {
      Shown shown = figure(row, "connected");
      if (shown.numerator() != null && shown.denominator() != null) {
        tell(which, "connected", shown.numerator());
        tell(which, "not-connected", shown.denominator() - shown.numerator());
      }
    }

    void tell(Predicate<Atom> which, String leaf, long sum) {
      equations.add(new Equation(unknowns(which, leaf), sum));
    }

    private List<Integer> unknowns(Predicate<Atom> which, String leaf) {
      List<Integer> unknowns = new ArrayList<>();
      numbers.forEach(
          (unknown, number) -> {
            if (unknown.leaf().equals(leaf) && which.test(unknown.atom())) {
              unknowns.add(number);
            }
          });
      unknowns.sort(null);
      return unknowns;
    }

    /** Subtracts equations from one another and tightens bounds until nothing changes. */
    void narrow() {
      subtract();
      boolean more = true;
      while (more) {
        more = false;
        for (Equation equation : equations) {
          long low = equation.unknowns().stream().mapToLong(lowest::get).sum();
          for (int unknown : equation.unknowns()) {
            long most = equation.sum() - (low - lowest.get(unknown));
            if (most < highest.get(unknown)) {
              highest.set(unknown, most);
              more = true;
            }
          }
          if (equation.unknowns().stream().noneMatch(u -> highest.get(u) > 1_000_000)) {
            long high = equation.unknowns().stream().mapToLong(highest::get).sum();
            for (int unknown : equation.unknowns()) {
              long least = equation.sum() - (high - highest.get(unknown));
              if (least > lowest.get(unknown)) {
                lowest.set(unknown, least);
                more = true;
              }
            }
          }
        }
      }
    }

    /** Where one sum is part of another, the rest is a sum too. */
    private void subtract() {
      boolean more = true;
      while (more && equations.size() < 600) {
        more = false;
        List<Equation> known = List.copyOf(equations);
        for (Equation large : known) {
          for (Equation small : known) {
            if (small.unknowns().size() < large.unknowns().size()
                && large.unknowns().containsAll(small.unknowns())) {
              List<Integer> rest = new ArrayList<>(large.unknowns());
              rest.removeAll(small.unknowns());
              Equation left = new Equation(rest, large.sum() - small.sum());
              if (!equations.contains(left) && equations.size() < 600) {
                equations.add(left);
                more = true;
              }
            }
          }
        }
      }
    }

    boolean knows(Predicate<Atom> which, String leaf) {
      List<Integer> unknowns = unknowns(which, leaf);
      return equations.stream().anyMatch(equation -> equation.unknowns().equals(unknowns))
          || unknowns.stream().allMatch(u -> lowest.get(u).equals(highest.get(u)));
    }

    /**
     * Every row of every table she was not shown; where there is one week, what no table prints as
     * well: a program within one police service.
     */
    void assertNothingSmallIsKnown() {
      if (cube.weeks().size() == 1) {
        cube.all().forEach(atom -> check(atom::equals));
      }
      for (By by : By.values()) {
        for (String group : cube.groups(by)) {
          check(atom -> by.groupOf(atom).equals(group));
          for (LocalDate week : cube.weeks()) {
            check(
                atom -> by.groupOf(atom).equals(group) && week != null && week.equals(atom.week()));
          }
        }
      }
    }

    private void check(Predicate<Atom> which) {
      for (String leaf : List.of("connected", "not-connected")) {
        long actual =
            cube.all().stream().filter(which).mapToLong(atom -> cube.at(atom).at(leaf)).sum();
        if (actual >= 1 && actual < K) {
          assertFalse(
              knows(which, leaf),
              () ->
                  "%d %s of %s is known"
                      .formatted(actual, leaf, cube.all().stream().filter(which).toList()));
        }
      }
    }
  }
}
