package org.warmhandoff.incident;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Ids (RFC 9562 version 8) of which those made in one burst begin alike, so that many rows stored
 * together meet in a few pages of every index they are in. They tell no time and no count, only
 * that two came within a second: the beginning is drawn anew for each burst, and what comes alone
 * looks like any random id.
 */
final class NearbyIds {

  /** What lies so far apart is no burst, and must not be told to belong to one. */
  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  /** Ids with one beginning at most. */
  private static final int MOST = 4_096;

  private static final long BEGINNING = 0xffff_ffff_ffff_0000L;
  private static final long VERSION = 0x8000L;
  private static final long REST = 0x0fffL;

  private final LongSupplier nanos;
  private long beginning;
  private long since;
  private int left;

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  NearbyIds(LongSupplier nanos) {
    this.nanos = nanos;
  }

  UUID next() {
    UUID random = UUID.randomUUID();
    long high = beginning() | VERSION | (random.getMostSignificantBits() & REST);
    return new UUID(high, random.getLeastSignificantBits());
  }

  private synchronized long beginning() {
    long now = nanos.getAsLong();
    if (left == 0 || now - since >= BURST_NANOS) {
      beginning = UUID.randomUUID().getMostSignificantBits() & BEGINNING;
      since = now;
      left = MOST;
    }
    left--;
    return beginning;
  }
}
