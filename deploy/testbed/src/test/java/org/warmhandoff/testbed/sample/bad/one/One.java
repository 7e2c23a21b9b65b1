package org.warmhandoff.testbed.sample.bad.one;

import jakarta.transaction.Transactional;
import java.time.Instant;
import org.warmhandoff.testbed.sample.bad.two.Two;

/** Two things in one use case, the wall clock, and a neighbour. */
@Transactional
public class One {

  public Instant first() {
    return Instant.now();
  }

  public void second(Two two) throws InterruptedException {
    Thread.sleep(two.millis());
  }
}
