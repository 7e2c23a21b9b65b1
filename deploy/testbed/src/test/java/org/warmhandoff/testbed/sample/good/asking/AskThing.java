package org.warmhandoff.testbed.sample.good.asking;

import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.warmhandoff.testbed.sample.good.Thing;

/** A use case: one transaction, one public method, a clock it was given. */
@Transactional
class AskThing {

  private final InstantSource clock;

  AskThing(InstantSource clock) {
    this.clock = clock;
  }

  public Thing ask() {
    return new Thing(clock.instant().toString());
  }
}
