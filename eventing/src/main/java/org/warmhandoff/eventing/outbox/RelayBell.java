package org.warmhandoff.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung after each commit that told something, so that the relay need not wait for its poll. */
@ApplicationScoped
class RelayBell {

  private final Semaphore rung = new Semaphore(0);

  void ring() {
    // One permit says there is something; more would only make the relay look twice.
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Waits; whether it was rung. */
  boolean await(Duration atMost) throws InterruptedException {
    boolean heard = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (heard) {
      rung.drainPermits();
    }
    return heard;
  }
}
