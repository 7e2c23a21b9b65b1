package org.warmhandoff.eventing.end;

import java.time.Duration;

/**
 * Tells a thread that is stuck from a process that was stopped and goes on, which finds a long
 * silence behind it that is nobody's: only the second glance in a row counts. Not thread-safe.
 */
public final class Silence {

  private final Duration limit;
  private boolean beforeToo;

  /**
   * @param limit longer than anything that is watched may wait for
   */
  public Silence(Duration limit) {
    this.limit = limit;
  }

  /**
   * Whether whatever is watched is stuck, as of this glance.
   *
   * @param sinceLastSign time since it last gave a sign of life
   */
  public boolean isTooLong(Duration sinceLastSign) {
    boolean now = sinceLastSign.compareTo(limit) > 0;
    boolean stuck = now && beforeToo;
    beforeToo = now;
    return stuck;
  }
}
