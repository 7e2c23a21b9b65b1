package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.incident.SceneMove;

/** An officer says that workers may come. */
@ApplicationScoped
class DeclareSceneSafe {

  private final SceneDesk desk;

  DeclareSceneSafe(SceneDesk desk) {
    this.desk = desk;
  }

  /**
   * Declares.
   *
   * @param tapped when the officer tapped, where the phone kept it; else now
   */
  @Transactional
  public void declare(Officer officer, UUID incident, Suspect suspect, @Nullable Instant tapped) {
    desk.apply(
        officer,
        incident,
        (found, now) ->
            SceneMove.safe(
                incident,
                found.state(),
                officer.staff(),
                tapped == null ? now : tapped,
                now,
                suspect));
  }
}
