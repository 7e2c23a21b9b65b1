package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.incident.SceneMove;

/** The officers leave, and "safe" ends with them. */
@ApplicationScoped
class ClearScene {

  private final SceneDesk desk;

  ClearScene(SceneDesk desk) {
    this.desk = desk;
  }

  /** Clears. */
  @Transactional
  public void clear(Officer officer, UUID incident, Tapped tap) {
    desk.apply(
        officer,
        incident,
        tap,
        SceneDesk.Kind.WORD,
        List.of("clear"),
        (found, tapped, now) ->
            SceneMove.clear(found.id(), found.state(), officer.staff(), tapped));
  }
}
