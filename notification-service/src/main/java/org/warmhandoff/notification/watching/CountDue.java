package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.warmhandoff.notification.Deadlines;

/** Counts deadlines that are due and not acted on. */
@ApplicationScoped
public class CountDue {

  private final Deadlines deadlines;
  private final InstantSource clock;

  CountDue(Deadlines deadlines, InstantSource clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Transactional
  public long count() {
    return deadlines.due(clock.instant());
  }
}
