package org.warmhandoff.simulator.door;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting, so that tests need not. */
@FunctionalInterface
public interface Pause {

  /** Waits on this machine's clock. */
  Pause REAL = duration -> LockSupport.parkNanos(duration.toNanos());

  /** Returns after about this long. */
  void waits(Duration duration);
}
