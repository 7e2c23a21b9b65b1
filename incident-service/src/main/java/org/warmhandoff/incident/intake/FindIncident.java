package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Parties;

/** What a police service may know of an incident of its own. */
@ApplicationScoped
class FindIncident {

  private final Incidents incidents;
  private final Parties parties;

  FindIncident(Incidents incidents, Parties parties) {
    this.incidents = incidents;
    this.parties = parties;
  }

  /** What it is looked for by. */
  sealed interface By {
    record Id(UUID id) implements By {}

    record Number(String externalId) implements By {}
  }

  /**
   * Finds it.
   *
   * @param staff the member of staff who asks, null for a system
   * @throws Problem 404 where there is none, it is another police service's, or staff are kept out
   */
  @Transactional
  public IncidentView find(By by, String policeService, @Nullable UUID staff) {
    Incident incident =
        (switch (by) {
              case By.Id(UUID id) -> incidents.of(policeService, id);
              case By.Number(String externalId) -> incidents.of(policeService, externalId);
            })
            .filter(found -> staff == null || !found.isHiddenFrom(staff))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    return IncidentView.of(incident, parties.of(incident.id()));
  }
}
