package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Reasonings;
import org.warmhandoff.notification.Reasons;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Why each program and worker was chosen or passed over, as the caller may know it. */
@ApplicationScoped
public class ReadReasons {

  private final RoutedIncidents incidents;
  private final Reasonings reasonings;

  ReadReasons(RoutedIncidents incidents, Reasonings reasonings) {
    this.incidents = incidents;
    this.reasonings = reasonings;
  }

  /**
   * What is told.
   *
   * @param zone IANA zone of the incident
   */
  public record Told(List<Reasons> reasons, String zone) {}

  /**
   * Reads them in order.
   *
   * @param policeService the caller's; null for the operator of the installation
   * @throws Problem 404 for an incident that is not there or another police service's
   */
  @Transactional
  public Told read(UUID incident, @Nullable String policeService) {
    RoutedIncident theirs =
        incidents
            .findByIdOptional(incident)
            .filter(found -> policeService == null || found.policeService().equals(policeService))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    return new Told(
        reasonings.of(incident).stream()
            .map(
                kept -> policeService == null ? kept.reasons().shown() : kept.reasons().forPolice())
            .filter(reasons -> !reasons.programs().isEmpty())
            .toList(),
        theirs.view().facts().zone());
  }
}
