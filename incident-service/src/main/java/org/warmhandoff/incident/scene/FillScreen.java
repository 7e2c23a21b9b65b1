package org.warmhandoff.incident.scene;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.RiskScreen;
import org.warmhandoff.incident.RiskTool;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.ScreenEntry;
import org.warmhandoff.incident.Screens;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Vault;

/** An officer fills in a risk screen. What it comes to may hurry the incident, and only that. */
@ApplicationScoped
class FillScreen {

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(RiskScreen.Odara.class, OwnAnswers.class).build();

  private final SceneDesk desk;
  private final Incidents incidents;
  private final Together together;
  private final SameIncidents same;
  private final Persons persons;
  private final Screens screens;
  private final Vault vault;
  private final ScreenSettings settings;

  FillScreen(
      SceneDesk desk,
      Incidents incidents,
      Together together,
      SameIncidents same,
      Persons persons,
      Screens screens,
      Vault vault,
      ScreenSettings settings) {
    this.desk = desk;
    this.incidents = incidents;
    this.together = together;
    this.same = same;
    this.persons = persons;
    this.screens = screens;
    this.vault = vault;
    this.settings = settings;
  }

  /**
   * A screen that was taken.
   *
   * @param kept whether its answers are kept: they are not where there is no victim's key to seal
   *     them under, and its result counts all the same
   */
  record Filled(UUID screen, RiskScreen.Result result, boolean kept) {}

  /**
   * Fills it in.
   *
   * @param victim whom it is about; where the incident has one victim only, that one
   * @throws Problem 403 where the tool is for named assessors, 422 where the answers do not fit it
   */
  @Transactional
  public Filled fill(
      Officer officer, UUID id, RiskTool tool, @Nullable UUID victim, Filling filling, Tapped tap) {
    RiskScreen screen = filling.as(tool, settings.odara().cuts());
    Personal content = content(screen);
    SceneDesk.Opened opened =
        desk.open(
            officer,
            id,
            tap,
            SceneDesk.Kind.WORD,
            List.of("screen", tool.code(), Objects.toString(victim)));
    if (!screens.mayUse(tool, officer.policeService(), officer.staff())) {
      throw Problem.forbidden("not-an-assessor", "This tool is for assessors named for it.");
    }
    UUID entry = entry(officer, tap);
    if (opened.again()) {
      return again(
          screens.ofAny(same.all(opened.incident().id()), entry).orElseThrow(), screen, content);
    }
    Incident incident = opened.incident();
    UUID person = Victims.chosen(together.inRole(opened.incident().id(), PartyRole.VICTIM), victim);
    Optional<byte[]> sealed =
        Optional.ofNullable(person)
            .flatMap(persons::findByIdOptional)
            .flatMap(known -> vault.sealFor(known, ReadScreen.sealedAs(entry), content));
    screens.persist(
        new ScreenEntry(
            entry,
            incident,
            person,
            screen,
            officer.staff(),
            opened.tapped(),
            sealed.orElse(null)));
    desk.become(
        incident, incident.state().words().atLeast(screen.result().band().urgency().orElse(null)));
    incidents.recordScreen(incident, officer.staff(), opened.tapped(), tool.code());
    return new Filled(entry, screen.result(), sealed.isPresent());
  }

  /**
   * A tap that is sent again is answered as it was the first time, whatever the installation
   * settled since. Whether it says the same only the answers tell, while there is a key to them.
   */
  private Filled again(ScreenEntry entry, RiskScreen screen, Personal content) {
    Optional<byte[]> sealed = entry.sealed();
    boolean other =
        sealed
            .flatMap(
                answers ->
                    entry
                        .person()
                        .flatMap(persons::findByIdOptional)
                        .flatMap(
                            person ->
                                vault.openFor(person, ReadScreen.sealedAs(entry.id()), answers)))
            .filter(answers -> !answers.reveal().equals(content.reveal()))
            .isPresent();
    if (other) {
      throw SceneDesk.tapUsed();
    }
    RiskScreen.Result now = screen.result();
    RiskScreen.Band band = RiskScreen.Band.of(entry.urgency());
    return new Filled(
        entry.id(),
        new RiskScreen.Result(band, entry.ground(), now.score(), now.unanswered()),
        sealed.isPresent());
  }

  /** A tap that is sent again names the same screen. */
  private static UUID entry(Officer officer, Tapped tap) {
    UUID id = tap.id();
    return id == null
        ? UUID.randomUUID()
        : UUID.nameUUIDFromBytes(
            ("screen/" + officer.staff() + "/" + id).getBytes(StandardCharsets.UTF_8));
  }

  /** What the installation settled is nobody's answer, and is not sealed among them. */
  @JsonIgnoreProperties("cuts")
  private interface OwnAnswers {}

  /** In one fixed order: a tap that is sent again after a restart must say the same. */
  private record Content(String edition, RiskScreen screen) {}

  private static Personal content(RiskScreen screen) {
    try {
      return Personal.of(JSON.writeValueAsString(new Content(screen.tool().edition(), screen)));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a screen has no JSON form", broken);
    }
  }
}
