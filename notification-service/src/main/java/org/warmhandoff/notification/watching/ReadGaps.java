package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.warmhandoff.notification.GapsAhead;
import org.warmhandoff.notification.Programs;

/** When the programs of a police service will have nobody, a day ahead. */
@ApplicationScoped
public class ReadGaps {

  private static final Duration AHEAD = Duration.ofDays(1);

  private final Programs programs;
  private final GapsAhead gaps;
  private final InstantSource clock;

  ReadGaps(Programs programs, GapsAhead gaps, InstantSource clock) {
    this.programs = programs;
    this.gaps = gaps;
    this.clock = clock;
  }

  /** The next one first. */
  @Transactional
  public List<GapsAhead.ShownGap> read(String policeService) {
    Instant now = clock.instant();
    return gaps.of(programs.of(policeService), now, now.plus(AHEAD)).stream()
        .map(gap -> gap.shown(now))
        .toList();
  }
}
