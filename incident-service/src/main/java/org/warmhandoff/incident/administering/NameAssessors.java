package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.RiskTool;
import org.warmhandoff.incident.Screens;

/** Names who is trained and licensed for a risk tool at one police service. */
@ApplicationScoped
class NameAssessors {

  private final PoliceServices policeServices;
  private final Screens screens;

  NameAssessors(PoliceServices policeServices, Screens screens) {
    this.policeServices = policeServices;
    this.screens = screens;
  }

  /**
   * Names them, all at once: whoever is left out may use it no longer.
   *
   * @throws Problem 404 where there is no such tool or police service
   */
  @Transactional
  public void name(String policeService, String tool, List<UUID> staff) {
    PoliceService service =
        policeServices
            .findByIdOptional(policeService)
            .orElseThrow(
                () ->
                    Problem.notFound("no-such-police-service", "There is no such police service."));
    RiskTool named =
        RiskTool.of(tool)
            .orElseThrow(() -> Problem.notFound("no-such-tool", "There is no such tool."));
    screens.name(named, service, staff);
  }
}
