package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Wish;
import org.warmhandoff.incident.Word;

/** An officer beside the victim asks for a worker. */
@ApplicationScoped
class AskForWorker {

  private final SceneDesk desk;
  private final Together together;
  private final SameIncidents same;
  private final HelpEntries entries;

  AskForWorker(SceneDesk desk, Together together, SameIncidents same, HelpEntries entries) {
    this.desk = desk;
    this.together = together;
    this.same = same;
    this.entries = entries;
  }

  /**
   * Asks.
   *
   * @param victim whom the worker is for; where the incident has one victim only, that one
   * @param language the language she wants; where none is given, the one officers said before
   * @throws Problem 422 where that person is no victim of this incident
   */
  @Transactional
  public void ask(
      Officer officer,
      UUID incident,
      Help help,
      @Nullable UUID victim,
      @Nullable String language,
      Tapped tap) {
    desk.apply(
        officer,
        incident,
        tap,
        SceneDesk.Kind.WORD,
        List.of("want", help.name(), Objects.toString(victim), Objects.toString(language)),
        (found, tapped, now) ->
            SceneMove.want(
                found.id(),
                found.state(),
                new Wish(
                    officer.staff(),
                    tapped,
                    help,
                    victimOf(found.id(), victim),
                    language == null ? said(found) : language),
                entries.ofAll(same.all(found.id()))));
  }

  private static @Nullable String said(Incident incident) {
    Word<String> said = incident.state().words().language();
    return said == null || said.value().isEmpty() ? null : said.value();
  }

  private @Nullable UUID victimOf(UUID incident, @Nullable UUID victim) {
    return Victims.chosen(together.inRole(incident, PartyRole.VICTIM), victim);
  }
}
