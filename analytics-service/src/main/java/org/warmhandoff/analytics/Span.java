package org.warmhandoff.analytics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader can work out of the sums she is told over numbers none of which is negative, in
 * exact arithmetic: their linear combinations, and that every part of nothing is nothing.
 *
 * <p>Kept as reduced rows, each with its sum behind it. What does not fit a long is an error, and
 * nothing is published: the rows are zeros and ones, so it does not come to that.
 */
final class Span {

  private final int numbers;
  private final List<long[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  Span(int numbers) {
    this.numbers = numbers;
  }

  /** Adds a row and the sum over it. */
  void add(long[] row, long sum) {
    long[] added = new long[numbers + 1];
    System.arraycopy(row, 0, added, 0, numbers);
    added[numbers] = sum;
    if (sum == 0 && ofOneSign(added) && countOf(added) > 1) {
      eachIsNothing(added);
      return;
    }
    reduce(added);
    int pivot = firstOf(added);
    if (pivot < 0) {
      return;
    }
    for (long[] other : rows) {
      subtract(other, added, pivot);
    }
    rows.add(added);
    pivots.add(pivot);
  }

  /** Whether the sum over this row follows from the sums over the rows added. */
  boolean determines(long[] row) {
    long[] rest = new long[numbers + 1];
    System.arraycopy(row, 0, rest, 0, numbers);
    reduce(rest);
    return firstOf(rest) < 0;
  }

  /** Where a sum of numbers is 0, each of them is. */
  void partsOfNothing() {
    boolean more = true;
    while (more) {
      more = false;
      for (long[] row : List.copyOf(rows)) {
        if (row[numbers] == 0 && ofOneSign(row)) {
          more |= eachIsNothing(row.clone());
        }
      }
    }
  }

  private boolean eachIsNothing(long[] row) {
    boolean isNews = false;
    for (int i = 0; i < numbers; i++) {
      if (row[i] != 0) {
        long[] one = new long[numbers];
        one[i] = 1;
        if (!determines(one)) {
          add(one, 0);
          isNews = true;
        }
      }
    }
    return isNews;
  }

  private int countOf(long[] row) {
    int count = 0;
    for (int i = 0; i < numbers; i++) {
      count += row[i] != 0 ? 1 : 0;
    }
    return count;
  }

  private boolean ofOneSign(long[] row) {
    int above = 0;
    int below = 0;
    for (int i = 0; i < numbers; i++) {
      above += row[i] > 0 ? 1 : 0;
      below += row[i] < 0 ? 1 : 0;
    }
    return above == 0 || below == 0;
  }

  private void reduce(long[] rest) {
    for (int r = 0; r < rows.size(); r++) {
      subtract(rest, rows.get(r), pivots.get(r));
    }
  }

  private static void subtract(long[] from, long[] row, int pivot) {
    long factor = from[pivot];
    if (factor == 0) {
      return;
    }
    long times = row[pivot];
    long divisor = 0;
    for (int i = 0; i < from.length; i++) {
      if (times != 1 || row[i] != 0) {
        from[i] =
            Math.subtractExact(
                Math.multiplyExact(from[i], times), Math.multiplyExact(row[i], factor));
      }
      divisor = divisor == 1 ? 1 : gcd(divisor, Math.abs(from[i]));
    }
    if (divisor > 1) {
      for (int i = 0; i < from.length; i++) {
        from[i] /= divisor;
      }
    }
  }

  private static long gcd(long one, long other) {
    return other == 0 ? one : gcd(other, one % other);
  }

  private int firstOf(long[] row) {
    for (int i = 0; i < numbers; i++) {
      if (row[i] != 0) {
        return i;
      }
    }
    return -1;
  }
}
