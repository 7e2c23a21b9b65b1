package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.HelpEntry;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.Together;

/** One incident as the officer at the scene sees it. */
@ApplicationScoped
class ShowScene {

  /** Acknowledged or not: who drives there must know it, and next day's car must not. */
  private static final Duration DANGER_SHOWN = Duration.ofHours(12);

  private final Incidents incidents;
  private final Together together;
  private final SameIncidents same;
  private final HelpEntries help;
  private final Advisories advisories;
  private final PoliceServices policeServices;
  private final InstantSource clock;

  ShowScene(
      Incidents incidents,
      Together together,
      SameIncidents same,
      HelpEntries help,
      Advisories advisories,
      PoliceServices policeServices,
      InstantSource clock) {
    this.incidents = incidents;
    this.together = together;
    this.same = same;
    this.help = help;
    this.advisories = advisories;
    this.policeServices = policeServices;
    this.clock = clock;
  }

  /**
   * Shows it.
   *
   * @throws Problem 404 where it is not the officer's to know of
   */
  @Transactional
  public SceneView show(Officer officer, UUID id) {
    Incident incident =
        incidents
            .of(officer.policeService(), same.goesOn(id))
            .filter(found -> !same.isHiddenFrom(found.id(), officer.staff()))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    Instant now = clock.instant();
    PoliceService policeService =
        Objects.requireNonNull(policeServices.findById(officer.policeService()));
    List<SceneView.HelpLine> lines =
        help.ofAll(same.all(id)).stream()
            .filter(entry -> entry.audience() == Audience.VICTIM)
            .map(entry -> line(entry, incident.zone(), now))
            .toList();
    return SceneView.of(
        incident,
        together.inRole(id, PartyRole.VICTIM),
        lines,
        helpLine(incident).orElse(policeService.helpLine()),
        dangers(incident, now),
        officer.staff(),
        now);
  }

  /** The number of the program that came nearest to helping, as it was told last. */
  private Optional<String> helpLine(Incident incident) {
    return same.all(incident.id()).stream()
        .flatMap(one -> advisories.of(one).stream())
        .map(Advisory.Placed::advisory)
        .filter(advisory -> advisory.type().equals("nobody-available"))
        .max(Comparator.comparing(Advisory::toldAt))
        .map(Advisory::code);
  }

  private List<SceneView.DangerLine> dangers(Incident incident, Instant now) {
    return same.all(incident.id()).stream()
        .flatMap(one -> advisories.of(one).stream())
        .map(Advisory.Placed::advisory)
        .filter(advisory -> advisory.type().equals("imminent-danger"))
        .filter(advisory -> !advisory.isLate(now, DANGER_SHOWN))
        .map(
            advisory ->
                new SceneView.DangerLine(
                    Objects.requireNonNullElse(advisory.code(), ""),
                    LocalTime.of(advisory.toldAt(), incident.zone(), now)))
        .toList();
  }

  private static SceneView.HelpLine line(HelpEntry entry, String zone, Instant now) {
    Instant until = entry.until();
    Instant cameBack = entry.cameBackAt();
    return new SceneView.HelpLine(
        Choices.code(entry.stage()),
        Choices.code(entry.mode()),
        LocalTime.of(entry.changedAt(), zone, now),
        until == null ? null : LocalTime.of(until, zone, now),
        cameBack == null ? null : LocalTime.of(cameBack, zone, now));
  }
}
