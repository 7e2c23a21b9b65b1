package org.warmhandoff.eventing.outbox;

import java.util.Arrays;

/**
 * A PostgreSQL transaction snapshot ({@code xmin:xmax:xip,…}): everything below xmin has ended,
 * nothing from xmax on has, of those between the listed ones are running.
 *
 * <p>What became visible between a snapshot and a later one was written by a transaction from xmax
 * of the first on, or by one that was running in the first. Those two ranges are the window; all
 * after xmin would be read again and again beside a long transaction.
 *
 * @param xip the running ones, ascending; none of them is below xmin or from xmax on
 */
record SnapshotWindow(long xmin, long xmax, long[] xip) {

  static SnapshotWindow parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a snapshot: " + text);
    }
    long[] running =
        parts[2].isEmpty()
            ? new long[0]
            : Arrays.stream(parts[2].split(",")).mapToLong(Long::parseLong).toArray();
    Arrays.sort(running);
    return new SnapshotWindow(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
  }

  /** Whether what this transaction committed is seen. */
  boolean sees(long xid) {
    return xid < xmax && Arrays.binarySearch(xip, xid) < 0;
  }

  /** Whether a row of this transaction belongs to the window from this snapshot to a later one. */
  boolean opensTo(SnapshotWindow later, long xid) {
    return (xid >= xmax || Arrays.binarySearch(xip, xid) >= 0) && later.sees(xid);
  }

  /** Whether transaction ids went back: the rows come from another cluster's past. */
  boolean isAheadOf(SnapshotWindow now) {
    return xmax > now.xmax;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SnapshotWindow that
        && xmin == that.xmin
        && xmax == that.xmax
        && Arrays.equals(xip, that.xip);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(xmax) * 31 + Arrays.hashCode(xip);
  }

  /** The text PostgreSQL reads. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(32).append(xmin).append(':').append(xmax).append(':');
    for (int i = 0; i < xip.length; i++) {
      text.append(i == 0 ? "" : ",").append(xip[i]);
    }
    return text.toString();
  }
}
