package org.warmhandoff.bench.intake;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;

/** What came back for the posts of one phase, by their numbers. One thread writes it. */
final class Answers {

  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;

  private final BitSet accepted = new BitSet();
  private final BitSet refused = new BitSet();
  private final TreeMap<Integer, Integer> others = new TreeMap<>();
  private long[] waits = new long[1 << 14];
  private int waited;
  private int unanswered;
  private int withoutRetryAfter;
  private int inTime;
  private int neverSent;
  private double seconds;

  /** Notes an answer, and how long it took from when it was to be sent, in nanoseconds. */
  void answered(long number, int status, boolean retryAfter, long nanos) {
    int index = Math.toIntExact(number);
    if (status == CREATED) {
      accepted.set(index);
      if (waited == waits.length) {
        waits = Arrays.copyOf(waits, waited * 2);
      }
      waits[waited++] = nanos;
    } else if (status == TOO_MANY) {
      refused.set(index);
      withoutRetryAfter += retryAfter ? 0 : 1;
    } else {
      others.merge(status, 1, Integer::sum);
    }
  }

  /** The connection broke before the answer. */
  void broken() {
    unanswered++;
  }

  /** The end of the time in which answers count for the rate. */
  void timeIsUp(double after) {
    inTime = accepted.cardinality();
    seconds = after;
  }

  void neverSent(int posts) {
    neverSent = posts;
  }

  /** Numbers of the posts that were answered 201. */
  BitSet accepted() {
    return accepted;
  }

  /** Numbers of those that were answered 429. */
  BitSet refused() {
    return refused;
  }

  /** Accepted within the time, a second. */
  double perSecond() {
    return inTime / seconds;
  }

  /** From when an accepted post was to be sent to its answer, nanoseconds. */
  long[] waits() {
    return Arrays.copyOf(waits, waited);
  }

  /** Neither accepted nor told to come again, or told so without saying when. */
  int wrong() {
    return others.values().stream().mapToInt(Integer::intValue).sum()
        + unanswered
        + withoutRetryAfter
        + neverSent;
  }

  /** What {@link #wrong} counts, by status. */
  String wrongInWords() {
    return "other statuses %s, %d unanswered, %d without Retry-After, %d never sent"
        .formatted(others, unanswered, withoutRetryAfter, neverSent);
  }
}
