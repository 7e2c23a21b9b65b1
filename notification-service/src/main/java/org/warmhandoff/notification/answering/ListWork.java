package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Standing;

/**
 * The list a worker works through: what waits in the programs they are on duty for. Whoever is a
 * party, or was on the other side, does not find it there.
 */
@ApplicationScoped
public class ListWork {

  private static final int MOST = 50;

  private final Assignments assignments;
  private final RoutedIncidents incidents;
  private final Programs programs;
  private final Desks desks;

  ListWork(Assignments assignments, RoutedIncidents incidents, Programs programs, Desks desks) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.programs = programs;
    this.desks = desks;
  }

  /** The most urgent first, and of each what waits longest; fifty at most. */
  @Transactional
  public List<WaitingHelp> list(UUID staff) {
    List<Waiting> found = new ArrayList<>();
    Set<String> others = new HashSet<>();
    for (Assignment assignment : assignments.untaken()) {
      String program = assignment.current().program();
      if (others.contains(program)) {
        continue;
      }
      RoutedIncident incident = incidents.findById(assignment.incident());
      Standing standing = desks.intervene(incident).standing(incident.view(), assignment, staff);
      switch (standing) {
        case Standing.Stranger s -> others.add(program);
        case Standing.KeptOut s -> {}
        case Standing.OnDuty duty -> found.add(waiting(assignment, incident, duty));
      }
      if (found.size() == MOST) {
        break;
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Waiting::hurry).reversed())
        .map(Waiting::help)
        .toList();
  }

  private record Waiting(WaitingHelp help, int hurry) {}

  private Waiting waiting(Assignment assignment, RoutedIncident incident, Standing.OnDuty duty) {
    Assignment.Rung rung = assignment.current();
    Program program = programs.version(rung.program(), rung.version());
    Optional<Urgency> urgency =
        assignment.audience() == Audience.VICTIM ? incident.view().urgency() : Optional.empty();
    @Nullable String shown = urgency.map(Codes::of).orElse(null);
    return new Waiting(
        new WaitingHelp(
            assignment.id(),
            assignment.incident(),
            rung.program(),
            program.name(),
            Codes.of(rung.mode()),
            assignment.openedAt(),
            shown,
            program.zone().getId(),
            duty.free(),
            duty.reason().code()),
        urgency.map(one -> one.ordinal() + 1).orElse(0));
  }
}
