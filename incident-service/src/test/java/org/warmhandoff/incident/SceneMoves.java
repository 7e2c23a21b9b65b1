package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.incident.IncidentState.Heard;

/** Moves at one scene, and what must have become of them. */
final class SceneMoves {

  static final UUID INCIDENT = UUID.randomUUID();
  static final UUID OFFICER = UUID.randomUUID();

  private SceneMoves() {}

  static SceneMove.Noted noted(SceneMove move) {
    assertThat(move).isInstanceOf(SceneMove.Noted.class);
    return (SceneMove.Noted) move;
  }

  static SceneMove safe(Heard state, Instant tapped, Instant now, Suspect suspect) {
    return SceneMove.safe(INCIDENT, state, OFFICER, tapped, now, suspect);
  }

  static SceneMove.Moved moved(SceneMove move) {
    assertThat(move).isInstanceOf(SceneMove.Moved.class);
    return (SceneMove.Moved) move;
  }
}
