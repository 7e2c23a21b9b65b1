package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import org.warmhandoff.notification.Deadlines;

/** Says how long the longest has waited at the end of the ladder. */
@ApplicationScoped
public class AgeUnacknowledged {

  private final Deadlines deadlines;
  private final InstantSource clock;

  AgeUnacknowledged(Deadlines deadlines, InstantSource clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Transactional
  public Duration longest() {
    return deadlines
        .oldestUnacknowledged()
        .map(since -> Duration.between(since, clock.instant()))
        .orElse(Duration.ZERO);
  }
}
