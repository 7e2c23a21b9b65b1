package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Deadline;
import org.warmhandoff.notification.IncidentView.Scene;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** A member of staff's own pages. */
@ApplicationScoped
public class ListPages {

  private final Assignments assignments;
  private final RoutedIncidents incidents;
  private final Programs programs;

  ListPages(Assignments assignments, RoutedIncidents incidents, Programs programs) {
    this.assignments = assignments;
    this.incidents = incidents;
    this.programs = programs;
  }

  /** What calls on them now: the most urgent first, and of each the oldest. */
  @Transactional
  public List<MyPage> list(UUID staff) {
    return assignments.waitingFor(staff).stream()
        .map(assignment -> new Hurried(assignment, hurry(assignment)))
        .sorted(Comparator.comparingInt(Hurried::hurry).reversed())
        .map(hurried -> page(hurried.assignment(), staff))
        .toList();
  }

  private record Hurried(Assignment assignment, int hurry) {}

  /** How risky it is for her is nothing the offender's side may read off the order of its list. */
  private int hurry(Assignment assignment) {
    if (assignment.audience() != Audience.VICTIM) {
      return 0;
    }
    return incidents
        .findByIdOptional(assignment.incident())
        .flatMap(incident -> incident.view().urgency())
        .map(urgency -> urgency.ordinal() + 1)
        .orElse(0);
  }

  private MyPage page(Assignment assignment, UUID staff) {
    Assignment.Rung rung = assignment.current();
    Program program = programs.version(rung.program(), rung.version());
    boolean supervising = staff.equals(assignment.supervisor());
    Instant answerBy = assignment.state().deadline().map(Deadline::dueAt).orElse(null);
    return new MyPage(
        assignment.id(),
        assignment.incident(),
        rung.program(),
        program.name(),
        Codes.of(rung.mode()),
        supervising ? "told" : state(assignment),
        answerBy,
        assignment.changedAt(),
        incidents
            .findByIdOptional(assignment.incident())
            .map(RoutedIncident::view)
            .map(view -> scene(view.scene()))
            .orElse("undeclared"),
        program.zone().getId(),
        Codes.of(assignment.audience()),
        assignment.reaching().tries(),
        assignment.reaching().triedAt());
  }

  private static String state(Assignment assignment) {
    return assignment.over() ? "stood-down" : assignment.state().code();
  }

  private static String scene(Scene scene) {
    return switch (scene) {
      case Scene.Undeclared s -> "undeclared";
      case Scene.Safe s -> "safe";
      case Scene.Unsafe s -> "unsafe";
      case Scene.Cleared s -> "cleared";
    };
  }
}
