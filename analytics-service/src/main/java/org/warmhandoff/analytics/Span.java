package org.warmhandoff.analytics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear combinations of some rows of zeros and ones, in exact arithmetic: what a reader who is
 * told the sums over these rows can work out.
 */
final class Span {

  private final List<BigInteger[]> echelon = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  /** Adds a row. */
  void add(boolean[] row) {
    BigInteger[] rest = reduced(row);
    int pivot = firstOf(rest);
    if (pivot >= 0) {
      echelon.add(rest);
      pivots.add(pivot);
    }
  }

  /** Whether the sum over this row follows from the sums over the rows added. */
  boolean determines(boolean[] row) {
    return firstOf(reduced(row)) < 0;
  }

  private BigInteger[] reduced(boolean[] row) {
    BigInteger[] rest = new BigInteger[row.length];
    for (int i = 0; i < row.length; i++) {
      rest[i] = row[i] ? BigInteger.ONE : BigInteger.ZERO;
    }
    for (int r = 0; r < echelon.size(); r++) {
      BigInteger[] step = echelon.get(r);
      int pivot = pivots.get(r);
      BigInteger factor = rest[pivot];
      if (factor.signum() != 0) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] = rest[i].multiply(step[pivot]).subtract(step[i].multiply(factor));
        }
        shorten(rest);
      }
    }
    return rest;
  }

  private static void shorten(BigInteger[] row) {
    BigInteger divisor = Arrays.stream(row).reduce(BigInteger.ZERO, BigInteger::gcd);
    if (divisor.compareTo(BigInteger.ONE) > 0) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i].divide(divisor);
      }
    }
  }

  private static int firstOf(BigInteger[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i].signum() != 0) {
        return i;
      }
    }
    return -1;
  }
}
