package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecord.Reading;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.RiskTool;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.ScreenEntry;
import org.warmhandoff.incident.Screens;
import org.warmhandoff.incident.Vault;

/** Reads the answers of one screen, and records that they were read. */
@ApplicationScoped
class ReadScreen {

  private final Incidents incidents;
  private final SameIncidents same;
  private final Screens screens;
  private final Persons persons;
  private final Vault vault;
  private final AccessRecords records;
  private final InstantSource clock;

  ReadScreen(
      Incidents incidents,
      SameIncidents same,
      Screens screens,
      Persons persons,
      Vault vault,
      AccessRecords records,
      InstantSource clock) {
    this.incidents = incidents;
    this.same = same;
    this.screens = screens;
    this.persons = persons;
    this.vault = vault;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Reads.
   *
   * @param reason code of why
   * @return the answers as JSON
   * @throws Problem 404 where the screen is not this officer's to read: only who filled it in, and
   *     named assessors of its tool, may; 410 where its answers were erased, or never kept
   */
  @Transactional
  public Personal read(Officer officer, UUID incident, UUID id, String reason) {
    ScreenEntry screen =
        incidents
            .of(officer.policeService(), incident)
            .filter(found -> !same.isHiddenFrom(found.id(), officer.staff()))
            .flatMap(found -> screens.ofAny(same.all(incident), id))
            .filter(found -> isReader(officer, found))
            .orElseThrow(() -> Problem.notFound("no-such-screen", "There is no such screen."));
    byte[] sealed = screen.sealed().orElseThrow(ReadScreen::gone);
    Person person =
        screen.person().flatMap(persons::findByIdOptional).orElseThrow(ReadScreen::gone);
    Personal answers = vault.openFor(person, sealedAs(id), sealed).orElseThrow(ReadScreen::gone);
    records.persist(
        new AccessRecord(
            person,
            List.of("RISK_SCREEN"),
            new Reading(
                officer.staff().toString(),
                Role.OFFICER,
                "risk-screen",
                reason,
                null,
                null,
                incident),
            clock.instant()));
    return answers;
  }

  /** What a screen's answers are sealed as: those of this screen, and of no other. */
  static String sealedAs(UUID screen) {
    return "screen/" + screen;
  }

  private boolean isReader(Officer officer, ScreenEntry screen) {
    RiskTool tool = Objects.requireNonNull(RiskTool.of(screen.tool()).orElse(null));
    return screen.filledBy().equals(officer.staff())
        || screens.isAssessor(tool, officer.policeService(), officer.staff());
  }

  private static Problem gone() {
    return Problem.gone("erased", "These answers are not kept, or were erased.");
  }
}
