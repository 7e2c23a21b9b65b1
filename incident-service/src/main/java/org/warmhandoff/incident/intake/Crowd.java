package org.warmhandoff.incident.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The single posts that were let in and are not answered yet. One more is let in where it would be
 * answered soon, by the rate at which posts were stored while there were enough of them; every
 * police service has its share of the places, and some are kept for whoever has few.
 */
final class Crowd {

  /** How long a new post may be expected to wait. */
  static final Duration LONGEST = Duration.ofMillis(30);

  /** How many there are never more of, however fast they are stored: they are held in memory. */
  static final int MOST = 400;

  /** So many fit in whatever the rate: it is not known before there were many. */
  static final int LEAST = 80;

  /** One place in so many is kept for police services that have few posts waiting. */
  private static final int KEPT = 8;

  /** With fewer waiting than this, intake has time left, and its rate says nothing. */
  private static final int BUSY = 32;

  /** A post takes a place, and one more for each so many bytes it has. */
  private static final long A_PLACE = 32L * 1024;

  /** Commits come more often than this; where none does, the rate is no longer what it was. */
  private static final long STALLED = Duration.ofMillis(250).toNanos();

  private static final long WINDOW = Duration.ofMillis(100).toNanos();
  private static final double SECOND = 1_000_000_000.0;

  private final LongSupplier nanos;
  private final int least;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int all;
  private double perSecond;
  private long since;
  private long stored;
  private boolean measuring;

  /** When something was last stored, or the first of those that wait came. */
  private long moved;

  /**
   * @param nanos the machine's own clock
   */
  Crowd(LongSupplier nanos) {
    this(nanos, LEAST);
  }

  /**
   * @param least how many fit in whatever the rate
   */
  Crowd(LongSupplier nanos, int least) {
    this.nanos = nanos;
    this.least = least;
  }

  /** How many places a post of so many bytes takes. */
  static int places(long bytes) {
    return 1 + (int) (Math.min(bytes, IncidentResource.LARGEST) / A_PLACE);
  }

  /**
   * Lets a post in, or not.
   *
   * @param source its police service, or a name for those that are not known yet
   */
  boolean enter(String source) {
    return enter(source, 1);
  }

  /** Lets a post in that takes so many places, or not. */
  synchronized boolean enter(String source, int places) {
    long now = nanos.getAsLong();
    if (all == 0) {
      moved = now;
    }
    int own = waiting.getOrDefault(source, 0);
    int sources = waiting.size() + (own == 0 ? 1 : 0);
    if (!admits(all, own, sources, most(least, rate(perSecond, now - moved)))) {
      return false;
    }
    waiting.merge(source, places, Integer::sum);
    all += places;
    return true;
  }

  /** A post that was let in is answered, or gone. */
  void leave(String source) {
    leave(source, 1);
  }

  /** A post that took so many places is answered, or gone. */
  synchronized void leave(String source, int places) {
    resize(source, -places);
  }

  /** A post that was let in takes so many places more, or fewer. */
  synchronized void resize(String source, int by) {
    Integer own = waiting.get(source);
    if (own != null) {
      int then = Math.max(0, own + by);
      all += then - own;
      waiting.put(source, then);
      waiting.remove(source, 0);
    }
  }

  /** So many posts were stored since the last that were. */
  synchronized void stored(int posts) {
    long now = nanos.getAsLong();
    moved = now;
    if (all < BUSY) {
      measuring = false;
      return;
    }
    if (!measuring) {
      measuring = true;
      since = now;
      stored = 0;
      return;
    }
    stored += posts;
    if (now - since >= WINDOW) {
      double measured = stored * SECOND / (now - since);
      perSecond = perSecond == 0 ? measured : (perSecond + measured) / 2;
      since = now;
      stored = 0;
    }
  }

  /** How many may wait where so many a second are stored. */
  static int most(int least, double perSecond) {
    return Math.max(least, Math.min(MOST, (int) (perSecond * LONGEST.toNanos() / SECOND)));
  }

  /** What is left of a rate where posts wait and none was stored for so long. */
  static double rate(double perSecond, long stalled) {
    return stalled <= STALLED ? perSecond : perSecond * STALLED / stalled;
  }

  /**
   * Decides.
   *
   * @param all posts that wait
   * @param own those of the same police service
   * @param sources police services that have any waiting, this one among them
   * @param most posts that may wait
   */
  static boolean admits(int all, int own, int sources, int most) {
    int kept = most / KEPT;
    if (all < most - kept) {
      return own < Math.max(1, most / sources);
    }
    return all < most && own < Math.max(1, kept / sources);
  }
}
