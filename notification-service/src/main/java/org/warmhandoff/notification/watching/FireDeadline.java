package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Deadlines;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Acts on one deadline that is due, in a transaction of its own: it fires once or not at all. */
@ApplicationScoped
public class FireDeadline {

  private final Deadlines deadlines;
  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Desks desks;
  private final InstantSource clock;

  FireDeadline(
      Deadlines deadlines,
      RoutedIncidents incidents,
      Assignments assignments,
      Desks desks,
      InstantSource clock) {
    this.deadlines = deadlines;
    this.incidents = incidents;
    this.assignments = assignments;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * Fires the deadline that has been due longest.
   *
   * @param heldBack assignments to pass over, since they failed a moment ago
   * @return empty where nothing is due
   */
  @Transactional
  public Optional<UUID> next(Collection<UUID> heldBack, Attempt attempt) {
    Optional<Deadlines.Due> taken = deadlines.take(clock.instant(), heldBack);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    UUID id = taken.get().assignment();
    attempt.of(id);
    RoutedIncident incident = incidents.findById(taken.get().incident());
    Assignment assignment = assignments.findById(id);
    Instant now = clock.instant();
    // what was due may have been answered, or have moved to another incident, before the lock came
    boolean still =
        assignment.incident().equals(incident.incident())
            && (assignment.waitsForWorker()
                || assignment
                    .deadline()
                    .filter(deadline -> !deadline.dueAt().isAfter(now))
                    .isPresent());
    if (still) {
      desks.decide(incident, null, switchboard -> switchboard.due(incident.view(), assignment));
    }
    return Optional.of(id);
  }

  /** Hears which assignment is being worked on, so that a failure can be laid at its door. */
  public interface Attempt {
    void of(UUID assignment);
  }
}
