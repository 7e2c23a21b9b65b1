package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.Parties;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.Wish;

/** An officer beside the victim asks for a worker. */
@ApplicationScoped
class AskForWorker {

  private final SceneDesk desk;
  private final Parties parties;
  private final HelpEntries entries;

  AskForWorker(SceneDesk desk, Parties parties, HelpEntries entries) {
    this.desk = desk;
    this.parties = parties;
    this.entries = entries;
  }

  /**
   * Asks.
   *
   * @param victim whom the worker is for; where the incident has one victim only, that one
   * @throws Problem 422 where that person is no victim of this incident
   */
  @Transactional
  public void ask(
      Officer officer, UUID incident, Help help, @Nullable UUID victim, @Nullable String language) {
    desk.apply(
        officer,
        incident,
        (found, now) ->
            SceneMove.want(
                incident,
                found.state(),
                new Wish(officer.staff(), now, help, victimOf(incident, victim), language),
                entries.of(incident)));
  }

  private @Nullable UUID victimOf(UUID incident, @Nullable UUID victim) {
    List<UUID> victims = parties.inRole(incident, PartyRole.VICTIM);
    if (victim == null) {
      return victims.size() == 1 ? victims.getFirst() : null;
    }
    if (!victims.contains(victim)) {
      throw Problem.wrong("no-such-victim", "This person is no victim of this incident.")
          .at("/victim");
    }
    return victim;
  }
}
