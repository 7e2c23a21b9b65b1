package org.warmhandoff.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
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
   * @param quiet nobody answers to it, so that nothing needs to be waited for after it
   */
  record Planned(Instant at, long order, boolean quiet, Act act) implements Comparable<Planned> {
    @Override
    public int compareTo(Planned other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** Plans an act that others may answer to. */
  void at(Instant instant, Act act) {
    planned.add(new Planned(instant, count++, false, act));
  }

  /** Plans an act nobody answers to. */
  void quietlyAt(Instant instant, Act act) {
    planned.add(new Planned(instant, count++, true, act));
  }

  /** When the next act is due; null when there is none. */
  @Nullable Instant next() {
    Planned first = planned.peek();
    return first == null ? null : first.at();
  }

  /** Takes all acts of the next instant. */
  List<Planned> take() {
    List<Planned> due = new ArrayList<>();
    Instant now = next();
    while (now != null && now.equals(next())) {
      due.add(planned.remove());
    }
    return due;
  }
}
