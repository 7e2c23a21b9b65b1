package org.warmhandoff.bench.measure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What has arrived. Each number belongs to the key {@code number % keys}, whose numbers must arrive
 * ascending; that one comes again is counted apart and is no disorder.
 */
public final class Tally {

  private final BitSet seen = new BitSet();
  private final long[] highest;
  private int distinct;
  private long duplicates;
  private long disorders;

  /**
   * @param keys how many keys there are
   */
  public Tally(int keys) {
    this.highest = new long[keys];
    Arrays.fill(highest, -1);
  }

  /**
   * Counts an arrival.
   *
   * @return whether this number came for the first time
   */
  public synchronized boolean arrived(long number) {
    int index = Math.toIntExact(number);
    if (seen.get(index)) {
      duplicates++;
      return false;
    }
    seen.set(index);
    distinct++;
    int key = (int) (number % highest.length);
    if (number < highest[key]) {
      disorders++;
    } else {
      highest[key] = number;
    }
    return true;
  }

  /** Different numbers that have arrived. */
  public synchronized int distinct() {
    return distinct;
  }

  /** Arrivals of a number that had come before. */
  public synchronized long duplicates() {
    return duplicates;
  }

  /** First arrivals after a later one of the same key. */
  public synchronized long disorders() {
    return disorders;
  }

  /** How many of these have not arrived. */
  public synchronized int missing(BitSet told) {
    BitSet missing = (BitSet) told.clone();
    missing.andNot(seen);
    return missing.cardinality();
  }

  /** How many arrived that nobody told. */
  public synchronized int unheardOf(BitSet told) {
    BitSet extra = (BitSet) seen.clone();
    extra.andNot(told);
    return extra.cardinality();
  }
}
