package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiFunction;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.SceneMove;

/** Puts what an officer said on record, within the caller's transaction. */
@ApplicationScoped
class SceneDesk {

  private final Incidents incidents;
  private final Outbox outbox;
  private final InstantSource clock;

  SceneDesk(Incidents incidents, Outbox outbox, InstantSource clock) {
    this.incidents = incidents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A kind of tap, applied to the incident as it stands at the business instant of its arrival. */
  interface Tap extends BiFunction<Incident, Instant, SceneMove> {}

  /**
   * Applies a tap.
   *
   * @throws Problem 404 where the incident is not the officer's to know, 422 where the tap is too
   *     old, 409 where something was said since
   */
  void apply(Officer officer, UUID id, Tap tap) {
    Instant now = clock.instant();
    Incident incident =
        incidents
            .lockedOf(officer.policeService(), id)
            .filter(found -> !found.isHiddenFrom(officer.staff()))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    switch (tap.apply(incident, now)) {
      case SceneMove.Moved moved -> {
        incident.become(moved.next());
        Subject subject = incident.next(moved.next().mode());
        incidents.record(incident, moved.event());
        outbox.tell(subject, moved.event());
      }
      case SceneMove.Renewed renewed -> incident.become(renewed.next());
      case SceneMove.AsBefore asBefore -> {
        // A repeated tap is answered like the first one.
      }
      case SceneMove.Stale stale ->
          throw Problem.wrong(
                  "stale-tap", "This was tapped more than five minutes ago. Is it still so?")
              .at("/at")
              .expected("a tap of the last five minutes");
      case SceneMove.Overtaken overtaken ->
          throw Problem.conflict(
              "overtaken", "Something newer was said about this scene. Look, and tap again.");
    }
  }
}
