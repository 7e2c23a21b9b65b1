package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.GapsAhead;
import org.warmhandoff.notification.Programs;

/** When programs will have nobody, for who answers for them and can still ask somebody. */
@ApplicationScoped
public class WarnOfGaps {

  private static final Duration AHEAD = Duration.ofDays(3);

  private final Programs programs;
  private final GapsAhead gaps;
  private final InstantSource clock;

  WarnOfGaps(Programs programs, GapsAhead gaps, InstantSource clock) {
    this.programs = programs;
    this.gaps = gaps;
    this.clock = clock;
  }

  /** Of the programs that name this supervisor, three days ahead, the next one first. */
  @Transactional
  public List<GapsAhead.ShownGap> warn(UUID supervisor) {
    Instant now = clock.instant();
    return gaps
        .of(
            programs.supervisedBy(supervisor).stream()
                .flatMap(code -> programs.present(code).stream())
                .map(found -> programs.version(found.code(), found.version()))
                .toList(),
            now,
            now.plus(AHEAD))
        .stream()
        .map(gap -> gap.shown(now))
        .toList();
  }
}
