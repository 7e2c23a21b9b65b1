package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;

/** The last 24 hours of the CADs somebody may look at. */
@ApplicationScoped
class ReadIntakeLog {

  private final IntakeLog log;
  private final PoliceServices policeServices;

  ReadIntakeLog(IntakeLog log, PoliceServices policeServices) {
    this.log = log;
    this.policeServices = policeServices;
  }

  /**
   * Each police service's day, those that posted first.
   *
   * @param only the one to be shown, or null for all of them
   */
  @Transactional
  public List<IntakeDay> read(@Nullable String only, Instant now) {
    Instant begin = IntakeDay.begin(now);
    return policeServices.listAll().stream()
        .filter(one -> only == null || one.code().equals(only))
        .map(one -> day(one, begin, now))
        .sorted(Comparator.comparing(IntakeDay::silent).thenComparing(IntakeDay::policeService))
        .toList();
  }

  private IntakeDay day(PoliceService one, Instant begin, Instant now) {
    return IntakeDay.of(
        one.code(), one.zone(), log.minutes(one.code(), begin), log.said(one.code(), begin), now);
  }
}
