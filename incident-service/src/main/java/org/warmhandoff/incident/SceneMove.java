package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * What an officer's tap does to the scene, in whatever order taps and closings arrive. The scene
 * keeps the instant of the latest word on it, of doubt and of leaving too where they change
 * nothing: no "safe" from before it counts.
 */
public sealed interface SceneMove {

  /** A tap kept on a phone without a signal says nothing about a scene five minutes later. */
  Duration FRESH = Duration.ofMinutes(5);

  /** Something new was said. */
  record Moved(Heard next, IncidentEvent event) implements SceneMove {}

  /**
   * The scene is what it was, and the latest word on it is newer now: remembered and not told.
   *
   * @param said for the record of what officers said; null where it was the source
   */
  record Noted(Heard next, @Nullable IncidentEvent said) implements SceneMove {}

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
    Instant last = state.scene().changedAt();
    boolean older = last != null && at.isBefore(last);
    Heard next = state.with(new Scene.Safe(by, at, suspect));
    SceneDeclaredSafe said = new SceneDeclaredSafe(incident, by, at, suspect);
    if (state.scene() instanceof Scene.Safe safe && safe.suspect() == suspect) {
      return older || next.equals(state) ? new AsBefore() : new Noted(next, said);
    }
    return older ? new Overtaken() : new Moved(next, said);
  }

  /**
   * Not safe any more. Never too old and never refused: doubt always counts, also doubt from before
   * somebody else said it was safe.
   *
   * @param tapped when the officer tapped
   */
  static SceneMove notSafe(UUID incident, Heard state, UUID by, Instant tapped) {
    Instant last = state.scene().changedAt();
    Heard next = state.with(new Scene.NotSafe(by, notBefore(state, tapped)));
    SceneSafetyRevoked said = new SceneSafetyRevoked(incident, by, tapped);
    return switch (state.scene()) {
      case Scene.NotSafe notSafe when last != null && tapped.isBefore(last) ->
          new Noted(state, said);
      case Scene.NotSafe notSafe -> next.equals(state) ? new AsBefore() : new Noted(next, said);
      case Scene.Safe safe -> revoked(incident, next, by);
      // A second-response crew goes once the officers have left, and must be stopped too.
      case Scene.Cleared cleared -> revoked(incident, next, by);
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
    Instant at = notBefore(state, tapped);
    return switch (state.scene()) {
      case Scene.Cleared cleared when asked(state, tapped) -> cleared(incident, state, by, at);
      case Scene.Cleared cleared -> {
        Heard next = state.with(new Scene.Cleared(by, at));
        yield tapped.isBefore(cleared.changedAt()) || next.equals(state)
            ? new AsBefore()
            : new Noted(next, new OfficersCleared(incident, by, tapped));
      }
      case Scene.Safe safe when tapped.isBefore(safe.changedAt()) -> new Overtaken();
      // That the source closed the call is no other crew's word: they did leave.
      case Scene.NotSafe notSafe when IncidentEvent.THE_SOURCE.equals(notSafe.by()) ->
          cleared(incident, state, by, at);
      case Scene.NotSafe notSafe when last != null && tapped.isBefore(last) -> new Overtaken();
      case Scene.Safe safe -> cleared(incident, state, by, at);
      case Scene.NotSafe notSafe -> cleared(incident, state, by, at);
    };
  }

  /**
   * The source closed or cancelled the call: nobody is at its scene any more who could say it is
   * safe, or stands beside the victim for whom they asked. Whoever speaks afterwards is there, and
   * is believed until that ends.
   *
   * @param before the status before the report
   * @param state after the report
   * @param asOf the instant the source speaks of
   */
  static SceneMove closed(UUID incident, Status before, Heard state, Instant asOf) {
    Status status = state.facts().status();
    if (status == Status.ACTIVE || status == before) {
      return new AsBefore();
    }
    return state.scene() instanceof Scene.Safe
        ? cleared(incident, state, IncidentEvent.THE_SOURCE, notBefore(state, asOf))
        : ended(incident, state, asOf);
  }

  /**
   * A closing that only an older report tells of: the call was closed and opened again since, or it
   * was open in between and is closed again. What was said at the scene before ended with it all
   * the same, and what was said after it stands.
   *
   * @param status the call's, in that older report
   * @param asOf the instant of that report
   */
  static SceneMove closedBefore(UUID incident, Status status, Heard state, Instant asOf) {
    boolean open = status == Status.ACTIVE;
    if (open == (state.facts().status() == Status.ACTIVE)) {
      return new AsBefore();
    }
    Instant closed = open ? state.position().asOf() : asOf;
    if (state.scene() instanceof Scene.Safe safe) {
      return closed.isAfter(safe.changedAt())
          ? cleared(incident, state, IncidentEvent.THE_SOURCE, closed)
          : new AsBefore();
    }
    return ended(incident, state, closed);
  }

  /**
   * A worker is wanted; asking for something else replaces the earlier wish, and asking for the
   * same again counts once what was found for it has ended. A wish from before the officers left
   * ended with their leaving; one from before a newer wish is answered by that one.
   *
   * @param help what is known of the help for this incident
   */
  static SceneMove want(UUID incident, Heard state, Wish wish, List<HelpEntry> help) {
    Instant left = left(state.scene());
    if (left != null && wish.at().isBefore(left)) {
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

  /** A closing where the scene is not safe: told where a wish ends with it, else remembered. */
  private static SceneMove ended(UUID incident, Heard state, Instant asOf) {
    UUID source = IncidentEvent.THE_SOURCE;
    if (asked(state, asOf)) {
      return cleared(incident, state, source, notBefore(state, asOf));
    }
    Instant last = state.scene().changedAt();
    if (last != null && !asOf.isAfter(last)) {
      return new AsBefore();
    }
    Scene later =
        state.scene() instanceof Scene.Cleared
            ? new Scene.Cleared(source, asOf)
            : new Scene.NotSafe(source, asOf);
    return new Noted(state.with(later), null);
  }

  /** When whoever was there left, by their own word or the source's; null where nobody said so. */
  private static @Nullable Instant left(Scene scene) {
    boolean left = scene instanceof Scene.Cleared || IncidentEvent.THE_SOURCE.equals(scene.by());
    return left ? scene.changedAt() : null;
  }

  /** Whether a worker was asked for by then, and still is. */
  private static boolean asked(Heard state, Instant by) {
    Wish wish = state.wish();
    return wish != null && !wish.at().isAfter(by);
  }

  /** What is said next is held against this: it never stands before what it takes back. */
  private static Instant notBefore(Heard state, Instant said) {
    Instant last = state.scene().changedAt();
    return last != null && said.isBefore(last) ? last : said;
  }

  private static SceneMove cleared(UUID incident, Heard state, UUID by, Instant at) {
    return new Moved(
        state.with(new Scene.Cleared(by, at)).with((Wish) null),
        new OfficersCleared(incident, by, at));
  }

  private static SceneMove revoked(UUID incident, Heard next, UUID by) {
    Instant at = Objects.requireNonNull(next.scene().changedAt());
    return new Moved(next, new SceneSafetyRevoked(incident, by, at));
  }
}
