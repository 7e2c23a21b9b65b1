package org.warmhandoff.incident.admitting;

import java.util.function.LongSupplier;

/**
 * Keys nobody knows, by the address they came from: who guesses must not keep the database busy for
 * everybody. Addresses share a fixed number of places, so that many of them fill no memory.
 */
final class Guesses {

  /** In a second, and at once after a second of quiet. */
  static final int ALLOWED = 20;

  private static final int PLACES = 1024;
  private static final double SECOND = 1e9;

  private final LongSupplier nanos;
  private final double[] left = new double[PLACES];
  private final long[] at = new long[PLACES];

  Guesses(LongSupplier nanos) {
    this.nanos = nanos;
    java.util.Arrays.fill(left, ALLOWED);
    java.util.Arrays.fill(at, nanos.getAsLong());
  }

  /** Whether so many came from there that a key nobody remembers is not looked up now. */
  synchronized boolean areTooMany(String source) {
    return filled(source) < 1;
  }

  /** One more. */
  synchronized void count(String source) {
    double now = filled(source);
    left[place(source)] = Math.max(0, now - 1);
  }

  private double filled(String source) {
    int place = place(source);
    long now = nanos.getAsLong();
    left[place] = Math.min(ALLOWED, left[place] + Math.max(0, now - at[place]) * ALLOWED / SECOND);
    at[place] = now;
    return left[place];
  }

  private static int place(String source) {
    return Math.floorMod(source.hashCode(), PLACES);
  }
}
