package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentMoved;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/**
 * Moves help from one incident to another, with its pages, its deadline and what was raised from
 * it. Nobody is paged by that, and nobody's page changes. Both incidents are locked.
 */
@ApplicationScoped
public class Moves {

  private final EntityManager database;
  private final Assignments assignments;
  private final Alerts alerts;
  private final Outbox outbox;
  private final InstantSource clock;

  Moves(
      EntityManager database,
      Assignments assignments,
      Alerts alerts,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.assignments = assignments;
    this.alerts = alerts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Everything there is, what is over too: what was done there must not be done again. */
  void merged(UUID from, IncidentView whole, Head cause) {
    UUID into = whole.incident();
    List<Assignment> all = assignments.at(from);
    all.forEach(one -> one.moveTo(into, from));
    alerts.of(from).forEach(alert -> alert.moveTo(into, from));
    follow(all, from, whole, cause);
  }

  /**
   * What came from one of these goes back; what ended meanwhile was done for both, and so was help
   * for somebody the one that leaves names, until its whole is told of without them.
   */
  void separated(UUID whole, Set<UUID> leaving, IncidentView left, Head cause) {
    UUID alone = left.incident();
    List<Assignment> back =
        assignments.at(whole).stream().filter(one -> leaving.contains(one.cameFrom())).toList();
    back.forEach(one -> one.moveBackTo(alone));
    back.stream().filter(Assignment::over).forEach(one -> one.marks().countFor(whole));
    assignments.at(whole).stream()
        .filter(one -> !back.contains(one))
        .filter(one -> MergedView.names(left.facts(), one.person()))
        .forEach(one -> one.marks().countFor(alone));
    alerts.of(whole).stream()
        .filter(alert -> leaving.contains(alert.cameFrom()))
        .forEach(alert -> alert.moveBackTo(alone));
    follow(back, whole, left, cause);
  }

  /** One that is about somebody who is named there now, for good. */
  void split(Assignment assignment, IncidentView fresh, Head cause) {
    UUID old = assignment.incident();
    assignment.moveTo(fresh.incident(), null);
    // what was asked for there until now is answered by it
    assignment.marks().renumber(mark -> fresh.mark());
    alerts.of(old).stream()
        .filter(alert -> alert.assignment().equals(assignment.id()))
        .forEach(alert -> alert.moveTo(fresh.incident(), null));
    follow(List.of(assignment), old, fresh, cause);
  }

  /** Who reads what officers and workers may see elsewhere must know at once where it is now. */
  private void follow(List<Assignment> moved, UUID from, IncidentView now, Head cause) {
    if (moved.isEmpty()) {
      return;
    }
    UUID to = now.incident();
    for (Assignment one : moved) {
      outbox.tell(
          Subject.of(
                  one.id(), one.nextVersion(), now.policeService(), now.jurisdiction(), now.mode())
              .keyedBy(to)
              .within(to)
              .causedBy(cause.id()),
          new AssignmentMoved(to, one.id(), from, clock.instant()));
    }
    Collection<UUID> ids = moved.stream().map(Assignment::id).toList();
    database
        // A page is looked up by its incident: on the board, and for whose side somebody took.
        .createNativeQuery("update page set incident = :to where assignment in (:ids)")
        .setParameter("to", to)
        .setParameter("ids", ids)
        .executeUpdate();
    database
        // Whoever acts on what is due takes the lock of the incident that goes on.
        .createNativeQuery("update deadline set incident = :to where assignment in (:ids)")
        .setParameter("to", to)
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
