package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Saying;

/** An officer says what they know of an incident: charge, arrest, order, children, needs. */
@ApplicationScoped
class SayAtScene {

  private final SceneDesk desk;
  private final Incidents incidents;

  SayAtScene(SceneDesk desk, Incidents incidents) {
    this.desk = desk;
    this.incidents = incidents;
  }

  /** Says it; a tap from before a later word is kept in the record and changes nothing. */
  @Transactional
  public void say(Officer officer, UUID id, Saying saying, Tapped tapped) {
    SceneDesk.Opened opened =
        desk.open(officer, id, tapped, SceneDesk.Kind.WORD, List.of(saying.kind(), saying.code()));
    if (opened.again()) {
      return;
    }
    Incident incident = opened.incident();
    desk.become(incident, saying.in(incident.state().words(), opened.tapped()));
    incidents.record(incident, officer.staff(), opened.tapped(), saying);
  }
}
