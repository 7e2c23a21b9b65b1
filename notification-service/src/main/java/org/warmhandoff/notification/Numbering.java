package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One count for the facts of two incidents that are one from now on, in the order in which they
 * happened: a mark of either says afterwards, too, what came before what.
 *
 * @param first the new mark of each fact of the first, from its mark 1 on
 * @param second the same of the second
 * @param times when each of the last facts happened, the newest last
 * @param mark how many there are
 */
record Numbering(List<Long> first, List<Long> second, List<Instant> times, long mark) {

  Numbering {
    first = List.copyOf(first);
    second = List.copyOf(second);
    times = List.copyOf(times);
  }

  /** Facts that happened at the same instant share a mark: neither is later than the other. */
  static Numbering of(IncidentView one, IncidentView other) {
    List<Instant> left = one.kept();
    List<Instant> right = other.kept();
    long untimedLeft = Math.max(0, one.mark() - left.size());
    long untimedRight = Math.max(0, other.mark() - right.size());
    List<Long> first = upTo(untimedLeft);
    List<Long> second = upTo(untimedRight);
    List<Instant> times = new ArrayList<>();
    long mark = Math.max(untimedLeft, untimedRight);
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      int order = order(left, l, right, r);
      mark++;
      times.add(order <= 0 ? left.get(l) : right.get(r));
      if (order <= 0) {
        first.add(mark);
        l++;
      }
      if (order >= 0) {
        second.add(mark);
        r++;
      }
    }
    return new Numbering(first, second, times, mark);
  }

  /** The new mark of the first one's fact; 0 stays the mark of what never happened. */
  long ofFirst(long old) {
    return renumbered(first, old);
  }

  long ofSecond(long old) {
    return renumbered(second, old);
  }

  private static long renumbered(List<Long> marks, long old) {
    return old <= 0 || marks.isEmpty() ? old : marks.get((int) Math.min(old, marks.size()) - 1);
  }

  private static List<Long> upTo(long untimed) {
    List<Long> marks = new ArrayList<>();
    for (long mark = 1; mark <= untimed; mark++) {
      marks.add(mark);
    }
    return marks;
  }

  private static int order(List<Instant> left, int l, List<Instant> right, int r) {
    if (l == left.size()) {
      return 1;
    }
    return r == right.size() ? -1 : left.get(l).compareTo(right.get(r));
  }
}
