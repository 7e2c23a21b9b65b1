package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/** A call its source closes has nobody at its scene who could still call it safe. */
@ApplicationScoped
public class Closing {

  private final Incidents incidents;
  private final Outbox outbox;

  Closing(Incidents incidents, Outbox outbox) {
    this.incidents = incidents;
    this.outbox = outbox;
  }

  /** Keeps and tells what the closing does to the scene, within the caller's transaction. */
  public void end(Incident incident, SceneMove move) {
    switch (move) {
      case SceneMove.Moved moved -> {
        incident.become(moved.next());
        Subject subject = incident.next(moved.next().mode());
        incidents.record(incident, moved.event());
        outbox.tell(subject, moved.event());
      }
      case SceneMove.Noted noted -> incident.become(noted.next());
      case SceneMove.AsBefore asBefore -> {}
      case SceneMove.Stale stale -> {}
      case SceneMove.Overtaken overtaken -> {}
    }
  }
}
