package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
  public void revoke(Officer officer, UUID incident) {
    desk.apply(
        officer,
        incident,
        (found, now) -> SceneMove.notSafe(incident, found.state(), officer.staff(), now));
  }
}
