package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.BlindIndex;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.SceneMove;
import org.warmhandoff.incident.TapTime;
import org.warmhandoff.incident.Taps;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Words;

/** Puts what an officer said on record, within the caller's transaction. */
@ApplicationScoped
class SceneDesk {

  private final Incidents incidents;
  private final SameIncidents same;
  private final Together together;
  private final Casting casting;
  private final Taps taps;
  private final TakenAt takenAt;
  private final BlindIndex index;
  private final Outbox outbox;
  private final InstantSource clock;

  SceneDesk(
      Incidents incidents,
      SameIncidents same,
      Together together,
      Casting casting,
      Taps taps,
      TakenAt takenAt,
      BlindIndex index,
      Outbox outbox,
      InstantSource clock) {
    this.incidents = incidents;
    this.same = same;
    this.together = together;
    this.casting = casting;
    this.taps = taps;
    this.takenAt = takenAt;
    this.index = index;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What a tap's age and its id mean. */
  enum Kind {
    /** Whatever speaks for its being older counts. */
    SAFE,
    /** Never refused: of an age nobody knows, or too great, it counts as said now. */
    DOUBT,
    /** Of an age nobody knows, it is older than everything that is known. */
    WORD
  }

  /** A kind of tap that moves the scene. */
  interface Tap {
    SceneMove move(Incident incident, Instant tapped, Instant now);
  }

  /**
   * An incident, locked for one tap.
   *
   * @param tapped business instant of the tap
   * @param again whether this tap was taken before: nothing more is to be done
   */
  record Opened(Incident incident, Instant tapped, Instant now, boolean again) {}

  /**
   * Opens an incident for a tap, and keeps the tap. What was merged is opened as the one that goes
   * on for it.
   *
   * @param content what the tap says, in codes
   * @throws Problem 404 where it is not the officer's to know, 422 where the tap is too old to
   *     count for anything, 409 where the tap's id stands for something else
   */
  Opened open(Officer officer, UUID id, Tapped tapped, Kind kind, List<String> content) {
    Incident incident = goingOn(officer, id);
    // What is tapped is as old as it is once its turn has come: the lock is the order of the scene.
    Instant now = clock.instant();
    Instant at =
        switch (kind) {
          case SAFE -> tapped.time().ofSafe(now);
          case DOUBT -> tapped.time().ofDoubt(now);
          case WORD -> tapped.time().of(now);
        };
    if (TapTime.isTooOld(at, now)) {
      throw Problem.wrong(
              "tap-too-old", "This was tapped more than a week ago. Look, and tap again.")
          .at("/at")
          .expected("a tap of the last seven days");
    }
    boolean again = wasTaken(officer, incident, id, tapped, kind, content, at);
    return new Opened(incident, at, now, again);
  }

  /** The one that goes on for it, locked; what is merged while its lock is waited for, too. */
  private Incident goingOn(Officer officer, UUID id) {
    UUID at = same.goesOn(id);
    while (true) {
      Incident incident =
          incidents
              .lockedOf(officer.policeService(), at)
              .filter(found -> !same.isHiddenFrom(found.id(), officer.staff()))
              .orElseThrow(
                  () -> Problem.notFound("no-such-incident", "There is no such incident."));
      if (incident.mergedInto() == null) {
        if (!incident.id().equals(id)) {
          takenAt.tell(incident.id());
        }
        return incident;
      }
      at = same.goesOn(at);
    }
  }

  private boolean wasTaken(
      Officer officer,
      Incident incident,
      UUID asked,
      Tapped tapped,
      Kind kind,
      List<String> content,
      Instant at) {
    UUID tap = tapped.id();
    if (tap == null) {
      return false;
    }
    List<String> parts = new ArrayList<>(content);
    // As the phone sends it: merged in between or not, it is the same tap.
    parts.addFirst(asked.toString());
    return switch (taps.keep(
        officer.staff(),
        tap,
        incident,
        index.of(BlindIndex.Kind.CONTENT, parts.toArray(String[]::new)),
        at)) {
      case FIRST -> false;
      // A doubt from an old page, or under an id that stood for something else, is a doubt.
      case AGAIN -> kind != Kind.DOUBT || tapped.wasKept();
      case OTHER -> {
        if (kind == Kind.DOUBT) {
          yield false;
        }
        throw tapUsed();
      }
    };
  }

  static Problem tapUsed() {
    return Problem.conflict(
            "tap-used", "This form was sent before, and said something else then. Load it again.")
        .at("/tap");
  }

  /**
   * Applies a tap that moves the scene.
   *
   * @throws Problem 404 where the incident is not the officer's to know, 422 where the tap is too
   *     old, 409 where something was said since
   */
  void apply(Officer officer, UUID id, Tapped tapped, Kind kind, List<String> content, Tap tap) {
    Opened opened = open(officer, id, tapped, kind, content);
    if (opened.again()) {
      return;
    }
    Incident incident = opened.incident();
    switch (tap.move(incident, opened.tapped(), opened.now())) {
      case SceneMove.Moved moved -> {
        incident.become(moved.next());
        Subject subject = incident.next(moved.next().mode());
        incidents.record(incident, moved.event());
        outbox.tell(subject, moved.event());
      }
      case SceneMove.Noted noted -> {
        incident.become(noted.next());
        if (noted.said() != null) {
          incidents.record(incident, noted.said());
        }
      }
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

  /**
   * Remembers officers' words, and tells the incident anew where that changes what it tells: a word
   * that comes late may change nothing.
   */
  void become(Incident incident, Words words) {
    Heard before = incident.state();
    Heard next = before.with(words);
    incident.become(next);
    if (!Objects.equals(before.combined(), next.combined())) {
      Cast cast = together.told(incident, casting.now(incident));
      outbox.tell(
          incident.next(next.mode()),
          new IncidentUpdated(incident.id(), next.told(incident.zone(), cast)));
    }
  }
}
