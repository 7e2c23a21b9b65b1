package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * What an officer's tap does to the scene. A repeated tap does nothing, so it can be sent again.
 */
public sealed interface SceneMove {

  /** A tap kept on a phone without a signal says nothing about a scene five minutes later. */
  Duration FRESH = Duration.ofMinutes(5);

  /** Something new was said. */
  record Moved(Heard next, IncidentEvent event) implements SceneMove {}

  /**
   * Nothing changes for anybody, but it was said again, and later: a tap kept on a phone since
   * before this moment must not win over it. Kept, not told.
   */
  record Renewed(Heard next) implements SceneMove {}

  /** It was said before. */
  record AsBefore() implements SceneMove {}

  /** Too old to act on: the officer is asked again. */
  record Stale() implements SceneMove {}

  /** Tapped before something that was said since: the officer is asked again. */
  record Overtaken() implements SceneMove {}

  /**
   * Scene safe.
   *
   * @param tapped when the officer tapped
   * @param now the business instant of arrival
   */
  static SceneMove safe(
      UUID incident, Heard state, UUID by, Instant tapped, Instant now, Suspect suspect) {
    if (tapped.isBefore(now.minus(FRESH))) {
      return new Stale();
    }
    Instant at = tapped.isAfter(now) ? now : tapped;
    if (state.scene() instanceof Scene.Safe safe && safe.suspect() == suspect) {
      return new AsBefore();
    }
    Instant last = state.scene().changedAt();
    if (last != null && at.isBefore(last)) {
      return new Overtaken();
    }
    return new Moved(
        state.with(new Scene.Safe(by, at, suspect)),
        new SceneDeclaredSafe(incident, by, at, suspect));
  }

  /** Not safe any more. Never too old and never refused: doubt always counts. */
  static SceneMove notSafe(UUID incident, Heard state, UUID by, Instant now) {
    return switch (state.scene()) {
      case Scene.NotSafe notSafe -> new Renewed(state.with(new Scene.NotSafe(by, now)));
      case Scene.Safe safe -> revoked(incident, state, by, now);
      // A second-response crew goes once the officers have left, and must be stopped too.
      case Scene.Cleared cleared -> revoked(incident, state, by, now);
    };
  }

  /** The officers leave; "safe" and what they asked for end with them: the next may ask anew. */
  static SceneMove clear(UUID incident, Heard state, UUID by, Instant now) {
    return switch (state.scene()) {
      case Scene.Cleared cleared -> new Renewed(state.with(new Scene.Cleared(by, now)));
      case Scene.Safe safe -> cleared(incident, state, by, now);
      case Scene.NotSafe notSafe -> cleared(incident, state, by, now);
    };
  }

  /**
   * A worker is wanted; asking for something else replaces the earlier wish, and asking for the
   * same again counts once what was found for it has ended.
   *
   * @param help what is known of the help for this incident
   */
  static SceneMove want(UUID incident, Heard state, Wish wish, List<HelpEntry> help) {
    Wish last = state.wish();
    if (last != null && wish.asksTheSameAs(last) && !last.isSpent(help)) {
      return new AsBefore();
    }
    return new Moved(
        state.with(wish),
        new WorkerWanted(
            incident, wish.by(), wish.at(), wish.help(), wish.victim(), wish.language()));
  }

  private static SceneMove cleared(UUID incident, Heard state, UUID by, Instant now) {
    return new Moved(
        state.with(new Scene.Cleared(by, now)).with((Wish) null),
        new OfficersCleared(incident, by, now));
  }

  private static SceneMove revoked(UUID incident, Heard state, UUID by, Instant now) {
    return new Moved(
        state.with(new Scene.NotSafe(by, now)), new SceneSafetyRevoked(incident, by, now));
  }
}
