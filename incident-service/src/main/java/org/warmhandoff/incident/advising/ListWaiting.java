package org.warmhandoff.incident.advising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

/** What waits for a dispatcher, the longest waiting first. */
@ApplicationScoped
class ListWaiting {

  private static final int MOST = 100;

  private final Advisories advisories;
  private final Incidents incidents;
  private final InstantSource clock;

  ListWaiting(Advisories advisories, Incidents incidents, InstantSource clock) {
    this.advisories = advisories;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** Without those of incidents that name the dispatcher as a party. */
  @Transactional
  public List<WaitingLine> list(String policeService, UUID staff) {
    Instant now = clock.instant();
    return advisories.waiting(policeService, MOST).stream()
        .flatMap(placed -> line(placed.advisory(), staff, now))
        .toList();
  }

  private Stream<WaitingLine> line(Advisory advisory, UUID staff, Instant now) {
    Optional<Incident> incident = incidents.of(advisory.policeService(), advisory.incident());
    if (incident.filter(found -> found.isHiddenFrom(staff)).isPresent()) {
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
