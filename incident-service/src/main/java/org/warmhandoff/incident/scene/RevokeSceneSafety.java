package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.incident.SceneMove;

/** An officer takes "safe" back; workers on their way must stop. */
@ApplicationScoped
class RevokeSceneSafety {

  private final SceneDesk desk;

  RevokeSceneSafety(SceneDesk desk) {
    this.desk = desk;
  }

  /** Revokes; doubt is never refused. */
  @Transactional
  public void revoke(Officer officer, UUID incident, Tapped tap) {
    desk.apply(
        officer,
        incident,
        tap,
        List.of("not-safe"),
        (found, tapped, now) ->
            SceneMove.notSafe(incident, found.state(), officer.staff(), tapped));
  }
}
