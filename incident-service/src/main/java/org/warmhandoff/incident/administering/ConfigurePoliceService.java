package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.Throttle;

/** Sets up a police service. Incidents it reported before keep the law and zone they came under. */
@ApplicationScoped
class ConfigurePoliceService {

  private final PoliceServices policeServices;
  private final Throttle throttle;

  ConfigurePoliceService(PoliceServices policeServices, Throttle throttle) {
    this.policeServices = policeServices;
    this.throttle = throttle;
  }

  /** Replaces its settings; the last one who says so counts. */
  @Transactional
  public void configure(String code, PoliceService.Settings settings) {
    policeServices
        .findByIdOptional(code)
        .ifPresentOrElse(
            known -> known.become(settings),
            () -> policeServices.persist(new PoliceService(code, settings)));
    throttle.allow(code, settings.postsPerSecond());
  }
}
