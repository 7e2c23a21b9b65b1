package org.warmhandoff.analytics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what comes over Kafka. */
final class Patience {

  private Patience() {}

  /**
   * Looks until it is so.
   *
   * @throws AssertionError where it still is not after a minute
   */
  static void until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!isSo.getAsBoolean()) {
        if (System.nanoTime() > end || never.await(50, TimeUnit.MILLISECONDS)) {
          throw new AssertionError("waited in vain: " + what);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
