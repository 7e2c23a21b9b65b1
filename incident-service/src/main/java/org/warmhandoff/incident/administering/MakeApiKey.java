package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.ApiKey;
import org.warmhandoff.incident.PoliceServices;

/** Gives a system of a police service a key of its own. */
@ApplicationScoped
class MakeApiKey {

  private final PoliceServices policeServices;
  private final KeyMaker maker;
  private final InstantSource clock;

  MakeApiKey(PoliceServices policeServices, KeyMaker maker, InstantSource clock) {
    this.policeServices = policeServices;
    this.maker = maker;
    this.clock = clock;
  }

  /**
   * Makes it.
   *
   * @param by the account that asks
   * @throws Problem 404 for a police service that is not set up
   */
  @Transactional
  public FreshKey make(String policeService, ApiKey.Terms terms, String by) {
    return maker.first(
        policeServices
            .findByIdOptional(policeService)
            .orElseThrow(KeyAdministrator::noSuchPoliceService),
        terms,
        by,
        clock.instant());
  }
}
