package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Throttle;

/** Finds the police service whose samples are checked; nothing is written. */
@ApplicationScoped
class FindSource {

  /**
   * Checks a second of one police service, whatever was agreed for its posts: they are typed by
   * people, and each costs as much as dozens of posts.
   */
  private static final int CHECKS_PER_SECOND = 200;

  private final Registrar registrar;
  private final Throttle throttle;

  FindSource(Registrar registrar, Throttle throttle) {
    this.registrar = registrar;
    this.throttle = throttle;
  }

  /**
   * What checks of this police service are counted under, apart from its posts: an integrator who
   * checks a thousand samples must not use up what the CAD beside them may post.
   */
  static String pace(String policeService) {
    return policeService + " checks";
  }

  /** The police service, which is held to its own rate from here on. */
  @Transactional
  public PoliceService find(String policeService) {
    PoliceService source = registrar.source(policeService);
    throttle.allow(pace(policeService), CHECKS_PER_SECOND);
    return source;
  }
}
