package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Throttle;

/** Finds the police service whose samples are checked; nothing is written. */
@ApplicationScoped
class FindSource {

  private final Registrar registrar;
  private final Throttle throttle;

  FindSource(Registrar registrar, Throttle throttle) {
    this.registrar = registrar;
    this.throttle = throttle;
  }

  /**
   * What checks of this police service are counted under: an integrator who checks a thousand
   * samples must not make the CAD beside them wait.
   */
  static String pace(String policeService) {
    return policeService + " checks";
  }

  /** The police service, which is held to its own rate from here on. */
  @Transactional
  public PoliceService find(String policeService) {
    PoliceService source = registrar.source(policeService);
    throttle.allow(pace(policeService), source.postsPerSecond());
    return source;
  }
}
