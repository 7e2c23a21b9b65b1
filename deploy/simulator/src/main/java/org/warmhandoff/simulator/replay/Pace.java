package org.warmhandoff.simulator.replay;

/** How rows are fed. */
public sealed interface Pace {

  /** Live, at the feed's own pace, this many times as fast. */
  record Speed(double times) implements Pace {
    public Speed {
      if (!(times > 0)) {
        throw new IllegalArgumentException("a speed is more than 0");
      }
    }
  }

  /** Live, as fast as intake takes them. */
  record AtOnce() implements Pace {}

  /** As history: facts for the figures, which page nobody; times stay as they are. */
  record AsHistory() implements Pace {}
}
