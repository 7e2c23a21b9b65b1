package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The CADs of an installation, and what became of their posts in the last 24 hours. */
@ApplicationScoped
class ListIntakes {

  private final IntakeLog log;

  ListIntakes(IntakeLog log) {
    this.log = log;
  }

  /** A line for each police service, those that posted first. */
  @Transactional
  public List<IntakeSum> list(Instant now) {
    return log.sums(IntakeDay.begin(now)).stream().map(sum -> IntakeSum.of(sum, now)).toList();
  }
}
