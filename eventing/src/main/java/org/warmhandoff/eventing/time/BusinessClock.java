package org.warmhandoff.eventing.time;

import java.time.InstantSource;

/** Business time: what deadlines are compared with. Never goes back within a process. */
public interface BusinessClock extends InstantSource {

  /** Calls this, on a thread of the clock's, each time the clock was moved by hand. */
  void onMove(Runnable listener);
}
