package org.warmhandoff.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.Row;
import org.warmhandoff.analytics.Suppression.Shown;

/**
 * Solves for the numbers behind several measures at once, in arithmetic modulo a prime: a way of
 * its own, so that it does not share a mistake with the service's.
 *
 * <p>Her unknowns are kinds of cases within atoms. A kind carries every leaf it is counted under,
 * such as connected and referred at once: that both measures count the same victims is in there.
 */
final class LinearAttack {

  private static final long PRIME = 2_147_483_647L;

  private final List<Atom> atoms;
  private final List<List<String>> kinds;
  private final List<long[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  LinearAttack(List<Atom> atoms, List<List<String>> kinds) {
    this.atoms = atoms;
    this.kinds = kinds;
  }

  /** Writes down every figure of an answer that is not hidden. */
  void take(Measure measure, By by, @Nullable LocalDate week, Published answer) {
    answer.getRows().forEach(row -> take(measure, by, week, row));
    take(measure, By.NONE, week, answer.getTotal());
  }

  private void take(Measure measure, By by, @Nullable LocalDate week, Row row) {
    for (Section section : measure.sections()) {
      for (Figure figure : section.figures()) {
        Shown shown = Answers.figure(row, figure.code());
        if (!shown.hidden()) {
          Predicate<Atom> which = which(by, row.group(), week);
          switch (figure) {
            case Figure.Share share -> {
              tell(which, share.numerator(), shown.numerator());
              tell(which, share.denominator(), shown.denominator());
            }
            case Figure.Count count -> tell(which, count.quantity(), shown.count());
            case Figure.Timing timing -> throw new IllegalArgumentException(timing.code());
          }
        }
      }
    }
  }

  static Predicate<Atom> which(By by, String group, @Nullable LocalDate week) {
    return atom -> by.groupOf(atom).equals(group) && (week == null || week.equals(atom.week()));
  }

  void tell(Predicate<Atom> which, Quantity quantity, @Nullable Long sum) {
    if (sum != null && sum == 0) {
      none(row(which, quantity));
    } else if (sum != null) {
      add(row(which, quantity), sum);
    }
  }

  /** Where cases add up to none, there are none of each kind. */
  private boolean none(long[] row) {
    boolean isNews = false;
    for (int i = 0; i < row.length - 1; i++) {
      if (row[i] != 0) {
        long[] one = new long[row.length];
        one[i] = 1;
        isNews |= add(one, 0);
      }
    }
    return isNews;
  }

  boolean knows(Predicate<Atom> which, Quantity quantity) {
    long[] row = row(which, quantity);
    reduce(row);
    return first(row) < 0;
  }

  /** Finds sums that are none among what follows from the others, until there is no more. */
  void narrow() {
    boolean more = true;
    while (more) {
      more = false;
      for (long[] row : List.copyOf(rows)) {
        if (row[row.length - 1] == 0
            && Arrays.stream(row).allMatch(factor -> factor < 1000)
            && Arrays.stream(row).filter(factor -> factor > 0).count() > 1) {
          more |= none(row.clone());
        }
      }
    }
  }

  private long[] row(Predicate<Atom> which, Quantity quantity) {
    long[] row = new long[atoms.size() * kinds.size() + 1];
    for (int atom = 0; atom < atoms.size(); atom++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        boolean counts = kinds.get(kind).stream().anyMatch(quantity.leaves()::contains);
        row[atom * kinds.size() + kind] = counts && which.test(atoms.get(atom)) ? 1 : 0;
      }
    }
    return row;
  }

  private boolean add(long[] row, long sum) {
    row[row.length - 1] = sum;
    reduce(row);
    int pivot = first(row);
    if (pivot < 0) {
      return false;
    }
    long inverse = power(row[pivot], PRIME - 2);
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] * inverse % PRIME;
    }
    rows.forEach(other -> subtract(other, row, pivot));
    rows.add(row);
    pivots.add(pivot);
    return true;
  }

  private void reduce(long[] row) {
    for (int r = 0; r < rows.size(); r++) {
      subtract(row, rows.get(r), pivots.get(r));
    }
  }

  private static void subtract(long[] from, long[] row, int pivot) {
    long factor = from[pivot];
    if (factor != 0) {
      for (int i = 0; i < from.length; i++) {
        from[i] = Math.floorMod(from[i] - factor * row[i] % PRIME, PRIME);
      }
    }
  }

  private static int first(long[] row) {
    for (int i = 0; i < row.length - 1; i++) {
      if (row[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base % PRIME;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = result * square % PRIME;
      }
      square = square * square % PRIME;
    }
    return result;
  }
}
