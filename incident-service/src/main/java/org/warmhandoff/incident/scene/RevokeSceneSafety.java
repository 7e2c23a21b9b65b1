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

  /**
   * Revokes; doubt is never refused, and what was tapped just now counts though its id is known.
   */
  @Transactional
  public void revoke(Officer officer, UUID incident, Tapped tap) {
    desk.apply(
        officer,
        incident,
        tap,
        SceneDesk.Kind.DOUBT,
        List.of("not-safe"),
        (found, tapped, now) ->
            SceneMove.notSafe(found.id(), found.state(), officer.staff(), tapped));
  }
}
