package org.warmhandoff.bench.posting;

import java.util.BitSet;
import java.util.TreeMap;

/** What came back for the posts of one phase, by their numbers. One thread writes it. */
public final class Answers {

  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;

  private final BitSet accepted = new BitSet();
  private final BitSet refused = new BitSet();
  private final TreeMap<Integer, Integer> others = new TreeMap<>();
  private final Waits waits = new Waits();
  private final Waits refusals = new Waits();
  private final Waits late = new Waits();
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
      waits.add(nanos);
    } else if (status == TOO_MANY) {
      refused.set(index);
      refusals.add(nanos);
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
  public BitSet accepted() {
    return accepted;
  }

  /** Numbers of those that were answered 429. */
  public BitSet refused() {
    return refused;
  }

  /** Accepted within the time, a second. */
  public double perSecond() {
    return inTime / seconds;
  }

  /** A post was sent so much later than it was to be. */
  void sent(long lateNanos) {
    late.add(lateNanos);
  }

  /** From when an accepted post was to be sent to its answer. */
  public Waits waits() {
    return waits;
  }

  /** The same of those that were answered 429. */
  public Waits refusals() {
    return refusals;
  }

  /** How much later than they were to be posts were sent. */
  public Waits late() {
    return late;
  }

  /** Neither accepted nor told to come again, or told so without saying when. */
  public int wrong() {
    return others.values().stream().mapToInt(Integer::intValue).sum()
        + unanswered
        + withoutRetryAfter
        + neverSent;
  }

  /** What {@link #wrong} counts, by status. */
  public String wrongInWords() {
    return "other statuses %s, %d unanswered, %d without Retry-After, %d never sent"
        .formatted(others, unanswered, withoutRetryAfter, neverSent);
  }
}
