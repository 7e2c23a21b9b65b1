package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Parties;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.Together;

/** What a police service may know of an incident of its own. */
@ApplicationScoped
class FindIncident {

  private final Incidents incidents;
  private final Parties parties;
  private final SameIncidents same;
  private final Together together;
  private final Belonging belonging;

  FindIncident(
      Incidents incidents,
      Parties parties,
      SameIncidents same,
      Together together,
      Belonging belonging) {
    this.incidents = incidents;
    this.parties = parties;
    this.same = same;
    this.together = together;
    this.belonging = belonging;
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
            .filter(found -> staff == null || !same.isHiddenFrom(found.id(), staff))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    return IncidentView.of(
        incident,
        together.told(incident, new Cast(parties.of(incident.id()), List.of())).parties(),
        IncidentView.Belongs.of(incident, same.all(incident.id()), told(incident, staff)));
  }

  /** Whoever is kept out of another does not learn of it here. */
  private List<Belonging.Row> told(Incident incident, @Nullable UUID staff) {
    return belonging.among(List.of(incident.id())).stream()
        .filter(
            row ->
                staff == null
                    || Stream.of(row.incident(), row.other())
                        .filter(Objects::nonNull)
                        .noneMatch(one -> same.isHiddenFrom(one, staff)))
        .toList();
  }
}
