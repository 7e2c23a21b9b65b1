package org.warmhandoff.incident.belonging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Scene;
import org.warmhandoff.incident.Wish;

/** Makes one incident two again, within the caller's transaction; both are locked. */
@ApplicationScoped
class Parting {

  private final Incidents incidents;
  private final HelpEntries help;
  private final Outbox outbox;

  Parting(Incidents incidents, HelpEntries help, Outbox outbox) {
    this.incidents = incidents;
    this.help = help;
    this.outbox = outbox;
  }

  /**
   * Takes one out again, and what was taken over from it alone.
   *
   * @param leaving the incident, and those that are merged into it
   * @param staying those that are one with the one that goes on, itself included
   */
  void separate(
      Incident incident,
      UUID from,
      Set<UUID> leaving,
      Incident wentOn,
      List<Incident> staying,
      Instant at) {
    Heard there = wentOn.state();
    Heard alone = incident.state().alone(at);
    incident.mergeInto(null);
    incident.become(alone);
    help.goBack(leaving, incident.id());
    outbox.tell(incident.next(alone.mode()), new IncidentSeparated(incident.id(), from, at));
    Scene scene = there.scene();
    if (!(scene instanceof Scene.NotSafe)) {
      say(incident, new SceneSafetyRevoked(incident.id(), IncidentEvent.THE_SOURCE, at));
    }
    Heard left = there.without(alone);
    Wish wish = there.wish();
    if (wish != null && !wasSaid(staying, wish.by(), wish.at())) {
      left = left.withoutWish();
    }
    boolean inherited =
        !(scene instanceof Scene.NotSafe)
            && !IncidentEvent.THE_SOURCE.equals(scene.by())
            && !wasSaid(
                staying,
                Objects.requireNonNull(scene.by()),
                Objects.requireNonNull(scene.changedAt()));
    wentOn.become(inherited ? left.inDoubt(at) : left);
    if (inherited) {
      say(wentOn, new SceneSafetyRevoked(wentOn.id(), IncidentEvent.THE_SOURCE, at));
    }
  }

  /** Whether somebody said something at that instant at one of these. */
  private boolean wasSaid(List<Incident> here, UUID by, Instant at) {
    return here.stream()
        .flatMap(one -> incidents.said(one.id()).stream())
        .anyMatch(fact -> fact.saidBy().equals(by) && fact.saidAt().equals(at));
  }

  private void say(Incident incident, IncidentEvent event) {
    outbox.tell(incident.next(incident.state().mode()), event);
    incidents.record(incident, event);
  }
}
