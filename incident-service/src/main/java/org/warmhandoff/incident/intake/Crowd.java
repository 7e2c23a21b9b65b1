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
  static final Duration LONGEST = Duration.ofMillis(60);

  /** So many fit in whatever the rate: it is not known before there were many. */
  static final int LEAST = 80;

  /** One place in so many is kept for police services that have few posts waiting. */
  private static final int KEPT = 8;

  /** With fewer waiting than this, intake has time left, and its rate says nothing. */
  private static final int BUSY = 32;

  private static final long WINDOW = Duration.ofMillis(100).toNanos();
  private static final double SECOND = 1_000_000_000.0;

  private final LongSupplier nanos;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int all;
  private double perSecond;
  private long since;
  private long stored;
  private boolean measuring;

  /**
   * @param nanos the machine's own clock
   */
  Crowd(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Lets a post in, or not.
   *
   * @param source its police service, or a name for those that are not known yet
   */
  synchronized boolean enter(String source) {
    int own = waiting.getOrDefault(source, 0);
    int sources = waiting.size() + (own == 0 ? 1 : 0);
    if (!admits(all, own, sources, perSecond)) {
      return false;
    }
    waiting.merge(source, 1, Integer::sum);
    all++;
    return true;
  }

  /** A post that was let in is answered, or gone. */
  synchronized void leave(String source) {
    if (waiting.computeIfPresent(source, (name, own) -> own - 1) != null) {
      all--;
      waiting.remove(source, 0);
    }
  }

  /** So many posts were stored since the last that were. */
  synchronized void stored(int posts) {
    long now = nanos.getAsLong();
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

  /**
   * Decides.
   *
   * @param all posts that wait
   * @param own those of the same police service
   * @param sources police services that have any waiting, this one among them
   */
  static boolean admits(int all, int own, int sources, double perSecond) {
    int most = Math.max(LEAST, (int) (perSecond * LONGEST.toNanos() / SECOND));
    int kept = most / KEPT;
    if (all < most - kept) {
      return own < Math.max(1, most / sources);
    }
    return all < most && own < Math.max(1, kept / sources);
  }
}
