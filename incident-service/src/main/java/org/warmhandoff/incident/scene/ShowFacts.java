package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.ScreenEntry;
import org.warmhandoff.incident.Screens;
import org.warmhandoff.incident.Together;

/** What an incident tells beside its scene, and the screens filled in for it. */
@ApplicationScoped
class ShowFacts {

  private final Incidents incidents;
  private final Together together;
  private final SameIncidents same;
  private final Screens screens;
  private final ListTools tools;
  private final InstantSource clock;

  ShowFacts(
      Incidents incidents,
      Together together,
      SameIncidents same,
      Screens screens,
      ListTools tools,
      InstantSource clock) {
    this.incidents = incidents;
    this.together = together;
    this.same = same;
    this.screens = screens;
    this.tools = tools;
    this.clock = clock;
  }

  /**
   * Shows it; no answers of a screen.
   *
   * @throws Problem 404 where it is not the officer's to know of
   */
  @Transactional
  public FactsView show(Officer officer, UUID id) {
    Incident incident =
        incidents
            .of(officer.policeService(), same.goesOn(id))
            .filter(found -> !same.isHiddenFrom(found.id(), officer.staff()))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    Instant now = clock.instant();
    List<FactsView.Screen> filled =
        screens.ofAll(same.all(id)).stream()
            .map(screen -> line(screen, incident.zone(), now))
            .toList();
    return FactsView.of(
        incident,
        officer.staff(),
        filled,
        tools.list(officer),
        together.inRole(id, PartyRole.VICTIM));
  }

  private static FactsView.Screen line(ScreenEntry screen, String zone, Instant now) {
    return new FactsView.Screen(
        screen.id(),
        screen.tool(),
        LocalTime.of(screen.filledAt(), zone, now),
        Choices.code(screen.ground()),
        screen.urgency() == null ? null : Choices.code(screen.urgency()));
  }
}
