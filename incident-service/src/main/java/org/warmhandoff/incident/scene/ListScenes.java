package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.SameIncidents;

/** The open domestic incidents of an officer's police service. */
@ApplicationScoped
class ListScenes {

  private static final int A_PAGE = 20;

  private final Incidents incidents;
  private final SameIncidents same;
  private final InstantSource clock;

  ListScenes(Incidents incidents, SameIncidents same, InstantSource clock) {
    this.incidents = incidents;
    this.same = same;
    this.clock = clock;
  }

  /** Newest first, a page at a time; what the officer must not know of is left out. */
  @Transactional
  public SceneList list(Officer officer, int page) {
    Instant now = clock.instant();
    List<Incident> found = incidents.open(officer.policeService(), page, A_PAGE + 1);
    List<SceneList.Entry> entries =
        found.stream()
            .limit(A_PAGE)
            .filter(incident -> !same.isHiddenFrom(incident.id(), officer.staff()))
            .map(incident -> entry(incident, now))
            .toList();
    return new SceneList(entries, page, found.size() > A_PAGE, officer.staff());
  }

  private static SceneList.Entry entry(Incident incident, Instant now) {
    var state = incident.state();
    return new SceneList.Entry(
        incident.id(),
        incident.externalId(),
        state.facts().type(),
        state.facts().municipality(),
        LocalTime.of(state.receivedAt(), incident.zone(), now),
        SceneView.word(state.scene()),
        state.mode() == org.warmhandoff.contracts.Mode.TEST);
  }
}
