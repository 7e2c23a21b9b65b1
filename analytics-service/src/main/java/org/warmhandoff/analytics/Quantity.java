package org.warmhandoff.analytics;

import java.util.List;
import java.util.stream.Stream;

/** A number of people or things: the sum of disjoint leaves. */
record Quantity(List<String> leaves) {

  Quantity {
    leaves = List.copyOf(leaves);
  }

  static Quantity of(String... leaves) {
    return new Quantity(List.of(leaves));
  }

  long in(Cell cell) {
    return leaves.stream().mapToLong(cell::at).sum();
  }

  /** Whether it is from 1 to threshold − 1. */
  boolean isSmall(Cell cell, int threshold) {
    long number = in(cell);
    return number >= 1 && number < threshold;
  }

  Quantity and(Quantity other) {
    return new Quantity(Stream.concat(leaves.stream(), other.leaves.stream()).toList());
  }

  /** What is left of this one without the other; a reader can work it out by subtraction. */
  Quantity without(Quantity other) {
    return new Quantity(leaves.stream().filter(leaf -> !other.leaves.contains(leaf)).toList());
  }
}
