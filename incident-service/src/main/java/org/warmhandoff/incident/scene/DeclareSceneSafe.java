package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.incident.SceneMove;

/** An officer says that workers may come. */
@ApplicationScoped
class DeclareSceneSafe {

  private final SceneDesk desk;

  DeclareSceneSafe(SceneDesk desk) {
    this.desk = desk;
  }

  /** Declares; a tap the phone kept for more than five minutes is asked again. */
  @Transactional
  public void declare(Officer officer, UUID incident, Suspect suspect, Tapped tap) {
    desk.apply(
        officer,
        incident,
        tap,
        SceneDesk.Kind.SAFE,
        List.of("safe", suspect.name()),
        (found, tapped, now) ->
            SceneMove.safe(found.id(), found.state(), officer.staff(), tapped, now, suspect));
  }
}
