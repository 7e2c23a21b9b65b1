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
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * What an officer's tap does to the scene. A repeated tap does nothing, so it can be sent again.
 */
public sealed interface SceneMove {

  /** A tap kept on a phone without a signal says nothing about a scene five minutes later. */
  Duration FRESH = Duration.ofMinutes(5);

  /** Something new was said. */
  record Moved(Heard next, IncidentEvent event) implements SceneMove {}

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

  /**
   * Not safe any more. Never too old and never refused: doubt always counts, also doubt from before
   * somebody else said it was safe.
   *
   * @param tapped when the officer tapped
   */
  static SceneMove notSafe(UUID incident, Heard state, UUID by, Instant tapped) {
    return switch (state.scene()) {
      case Scene.NotSafe notSafe -> new AsBefore();
      case Scene.Safe safe -> revoked(incident, state, by, tapped);
      // A second-response crew goes once the officers have left, and must be stopped too.
      case Scene.Cleared cleared -> revoked(incident, state, by, tapped);
    };
  }

  /**
   * The officers leave; "safe" and what they asked for end with them: the next may ask anew.
   *
   * @param tapped when the officer tapped; a leaving from before something was said since is asked
   *     again, for it may have been another crew that said it
   */
  static SceneMove clear(UUID incident, Heard state, UUID by, Instant tapped) {
    Instant last = state.scene().changedAt();
    return switch (state.scene()) {
      case Scene.Cleared cleared -> new AsBefore();
      case Scene.Safe safe when tapped.isBefore(safe.changedAt()) -> new Overtaken();
      case Scene.NotSafe notSafe when last != null && tapped.isBefore(last) -> new Overtaken();
      case Scene.Safe safe -> cleared(incident, state, by, tapped);
      case Scene.NotSafe notSafe -> cleared(incident, state, by, tapped);
    };
  }

  /**
   * The source closed or cancelled the call: nobody is at its scene any more who could say it is
   * safe. Whoever says so afterwards is there, and is believed until that ends.
   *
   * @param before the status before the report
   * @param state after the report
   * @param asOf the instant the source speaks of
   */
  static SceneMove closed(UUID incident, Status before, Heard state, Instant asOf) {
    Status status = state.facts().status();
    if (status == Status.ACTIVE
        || status == before
        || !(state.scene() instanceof Scene.Safe safe)) {
      return new AsBefore();
    }
    Instant at = asOf.isBefore(safe.changedAt()) ? safe.changedAt() : asOf;
    return cleared(incident, state, IncidentEvent.THE_SOURCE, at);
  }

  /**
   * A worker is wanted; asking for something else replaces the earlier wish, and asking for the
   * same again counts once what was found for it has ended. A wish from before the officers left
   * ended with their leaving; one from before a newer wish is answered by that one.
   *
   * @param help what is known of the help for this incident
   */
  static SceneMove want(UUID incident, Heard state, Wish wish, List<HelpEntry> help) {
    if (state.scene() instanceof Scene.Cleared cleared && wish.at().isBefore(cleared.changedAt())) {
      return new Overtaken();
    }
    Wish last = state.wish();
    if (last != null
        && (wish.at().isBefore(last.at()) || (wish.asksTheSameAs(last) && !last.isSpent(help)))) {
      return new AsBefore();
    }
    return new Moved(
        state.with(wish),
        new WorkerWanted(
            incident, wish.by(), wish.at(), wish.help(), wish.victim(), wish.language()));
  }

  private static SceneMove cleared(UUID incident, Heard state, UUID by, Instant at) {
    return new Moved(
        state.with(new Scene.Cleared(by, at)).with((Wish) null),
        new OfficersCleared(incident, by, at));
  }

  private static SceneMove revoked(UUID incident, Heard state, UUID by, Instant tapped) {
    Instant last = state.scene().changedAt();
    // What is said next is held against this: it never stands before what it takes back.
    Instant at = last != null && tapped.isBefore(last) ? last : tapped;
    return new Moved(
        state.with(new Scene.NotSafe(by, at)), new SceneSafetyRevoked(incident, by, at));
  }
}
