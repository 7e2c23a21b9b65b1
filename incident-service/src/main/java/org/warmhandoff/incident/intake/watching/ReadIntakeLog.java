package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;

/** The last 24 hours of one CAD. */
@ApplicationScoped
class ReadIntakeLog {

  private final IntakeLog log;
  private final PoliceServices policeServices;

  ReadIntakeLog(IntakeLog log, PoliceServices policeServices) {
    this.log = log;
    this.policeServices = policeServices;
  }

  /** The police service's day; empty where it is not set up. */
  @Transactional
  public Optional<IntakeDay> read(String policeService, Instant now) {
    return policeServices.findByIdOptional(policeService).map(one -> day(one, now));
  }

  private IntakeDay day(PoliceService one, Instant now) {
    Instant begin = IntakeDay.begin(now);
    return IntakeDay.of(
        one.code(), one.zone(), log.minutes(one.code(), begin), log.said(one.code(), begin), now);
  }
}
