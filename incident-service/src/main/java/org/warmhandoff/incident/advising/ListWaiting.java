package org.warmhandoff.incident.advising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.SameIncidents;

/** What waits for a dispatcher: danger of this shift first, the newest on top. */
@ApplicationScoped
class ListWaiting {

  private static final int MOST = 100;
  private static final Duration SHIFT = Duration.ofHours(12);

  private final Advisories advisories;
  private final Incidents incidents;
  private final SameIncidents same;
  private final InstantSource clock;

  ListWaiting(Advisories advisories, Incidents incidents, SameIncidents same, InstantSource clock) {
    this.advisories = advisories;
    this.incidents = incidents;
    this.same = same;
    this.clock = clock;
  }

  /** Without those of incidents that name the dispatcher as a party. */
  @Transactional
  public Waiting list(String policeService, UUID staff) {
    Instant now = clock.instant();
    List<Advisory.Placed> shown = advisories.waiting(policeService, now.minus(SHIFT), MOST);
    return new Waiting(
        shown.stream().flatMap(placed -> line(placed.advisory(), staff, now)).toList(),
        shown.size() < MOST ? 0 : advisories.waiting(policeService) - MOST);
  }

  /**
   * A page of it.
   *
   * @param more how many wait below what is shown
   */
  record Waiting(List<WaitingLine> lines, long more) {
    Waiting {
      lines = List.copyOf(lines);
    }
  }

  private Stream<WaitingLine> line(Advisory advisory, UUID staff, Instant now) {
    Optional<Incident> incident = incidents.of(advisory.policeService(), advisory.incident());
    if (incident.filter(found -> same.isHiddenFrom(found.id(), staff)).isPresent()) {
      return Stream.empty();
    }
    String zone = incident.map(Incident::zone).orElse("UTC");
    Instant by = advisory.acknowledgeBy();
    String code = advisory.code();
    return Stream.of(
        new WaitingLine(
            advisory.id(),
            incident.map(Incident::externalId).orElse(""),
            advisory.type(),
            code == null ? "" : code,
            advisory.mode() == Mode.TEST,
            LocalTime.of(advisory.toldAt(), zone, now),
            by != null && by.isBefore(now)));
  }
}
