package org.warmhandoff.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What people are going to do, by simulated time; in the order it was planned within an instant.
 */
final class Agenda {

  private final PriorityQueue<Planned> planned = new PriorityQueue<>();
  private long count;

  /** Something a person, or a system, does. */
  @FunctionalInterface
  interface Act {
    void play();
  }

  /**
   * One entry.
   *
   * @param about whom or what it is about; null where nobody answers to it
   * @param still whether it still matters
   */
  record Planned(Instant at, long order, @Nullable Object about, BooleanSupplier still, Act act)
      implements Comparable<Planned> {

    /** Whether nothing needs to be waited for after it. */
    boolean quiet() {
      return about == null;
    }

    @Override
    public int compareTo(Planned other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Plans an act that others may answer to. */
  void at(Instant instant, Object about, Act act) {
    planned.add(new Planned(instant, count++, about, () -> true, act));
  }

  /** Plans an act nobody answers to. */
  void quietlyAt(Instant instant, Act act) {
    planned.add(new Planned(instant, count++, null, () -> true, act));
  }

  /** Plans to be there at an instant, if it still matters then. */
  void beThereAt(Instant instant, Object about, BooleanSupplier still) {
    planned.add(new Planned(instant, count++, about, still, () -> {}));
  }

  /** When the next act is due; null when there is none. */
  @Nullable Instant next() {
    Planned first = planned.peek();
    while (first != null && !first.still().getAsBoolean()) {
      planned.remove();
      first = planned.peek();
    }
    return first == null ? null : first.at();
  }

  /**
   * Takes the acts of the next instant: of those about the same, the first alone, since the next
   * may depend on what comes of it.
   */
  List<Planned> take() {
    List<Planned> due = new ArrayList<>();
    List<Planned> later = new ArrayList<>();
    Set<Object> about = new HashSet<>();
    Instant now = next();
    while (now != null && now.equals(next())) {
      Planned one = planned.remove();
      Object whom = one.about();
      (whom == null || about.add(whom) ? due : later).add(one);
    }
    planned.addAll(later);
    return due;
  }
}
