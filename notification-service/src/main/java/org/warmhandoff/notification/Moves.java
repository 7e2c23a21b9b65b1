package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Moves help from one incident to another, with its pages, its deadline and what was raised from
 * it. Nobody is paged by that, and nobody's page changes. Both incidents are locked.
 */
@ApplicationScoped
public class Moves {

  private final EntityManager database;
  private final Assignments assignments;
  private final Alerts alerts;

  Moves(EntityManager database, Assignments assignments, Alerts alerts) {
    this.database = database;
    this.assignments = assignments;
    this.alerts = alerts;
  }

  /** Everything there is, what is over too: what was done there must not be done again. */
  void merged(UUID from, UUID into) {
    List<Assignment> all = assignments.at(from);
    all.forEach(one -> one.moveTo(into, from));
    alerts.of(from).forEach(alert -> alert.moveTo(into, from));
    follow(all, into);
  }

  /**
   * What came from one of these goes back; what ended meanwhile was done for both, and so was help
   * for somebody the one that leaves names, until its whole is told of without them.
   */
  void separated(UUID whole, Set<UUID> leaving, IncidentView left) {
    UUID alone = left.incident();
    List<Assignment> back =
        assignments.at(whole).stream().filter(one -> leaving.contains(one.cameFrom())).toList();
    back.forEach(one -> one.moveBackTo(alone));
    back.stream().filter(Assignment::over).forEach(one -> one.countFor(whole));
    assignments.at(whole).stream()
        .filter(one -> !back.contains(one))
        .filter(one -> MergedView.names(left.facts(), one.person()))
        .forEach(one -> one.countFor(alone));
    alerts.of(whole).stream()
        .filter(alert -> leaving.contains(alert.cameFrom()))
        .forEach(alert -> alert.moveBackTo(alone));
    follow(back, alone);
  }

  /** One that is about somebody who is named there now, for good. */
  void split(Assignment assignment, IncidentView fresh) {
    UUID old = assignment.incident();
    assignment.moveTo(fresh.incident(), null);
    // what was asked for there until now is answered by it
    assignment.renumber(mark -> fresh.mark());
    alerts.of(old).stream()
        .filter(alert -> alert.assignment().equals(assignment.id()))
        .forEach(alert -> alert.moveTo(fresh.incident(), null));
    follow(List.of(assignment), fresh.incident());
  }

  private void follow(List<Assignment> moved, UUID to) {
    if (moved.isEmpty()) {
      return;
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
