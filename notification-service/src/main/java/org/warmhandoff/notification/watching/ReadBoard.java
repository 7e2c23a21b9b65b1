package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.AssignmentState;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Deadline;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Trigger;

/** The board of one police service: live help under way, the most urgent first. */
@ApplicationScoped
public class ReadBoard {

  private final Assignments assignments;
  private final Pages pages;
  private final Programs programs;
  private final RoutedIncidents incidents;
  private final InstantSource clock;

  ReadBoard(
      Assignments assignments,
      Pages pages,
      Programs programs,
      RoutedIncidents incidents,
      InstantSource clock) {
    this.assignments = assignments;
    this.pages = pages;
    this.programs = programs;
    this.incidents = incidents;
    this.clock = clock;
  }

  @Transactional
  public List<BoardLine> read(String policeService) {
    return Stream.concat(
            assignments.onBoard(policeService).stream().map(this::line),
            incidents.stale(policeService).stream().flatMap(this::tooLate))
        .sorted(BoardLine.ORDER)
        .toList();
  }

  private Stream<BoardLine> tooLate(RoutedIncident incident) {
    IncidentView view = incident.view();
    return programs.of(view.policeService()).stream()
        .filter(program -> program.code().equals(incident.staleProgram()))
        .map(
            program ->
                new BoardLine(
                    view.incident(),
                    null,
                    program.code(),
                    Codes.of(program.mode()),
                    "stale",
                    wantedAt(view, program),
                    null,
                    view.facts().zone(),
                    List.of(),
                    urgency(view),
                    false,
                    view.beside()));
  }

  private static @Nullable String urgency(IncidentView view) {
    return view.urgency().map(Codes::of).orElse(null);
  }

  private Instant wantedAt(IncidentView view, Program program) {
    Instant received = view.facts().receivedAt();
    return switch (program.trigger().of(view, program, clock.instant())) {
      case Trigger.Standing.Fired fired -> view.timeOf(fired.mark()).orElse(received);
      case Trigger.Standing.Missing missing -> received;
    };
  }

  private BoardLine line(Assignment assignment) {
    Assignment.Rung rung = assignment.current();
    Optional<IncidentView> view =
        incidents.findByIdOptional(assignment.incident()).map(RoutedIncident::view);
    return new BoardLine(
        assignment.incident(),
        assignment.id(),
        rung.program(),
        Codes.of(rung.mode()),
        assignment.state().code(),
        assignment.openedAt(),
        assignment.state().deadline().map(Deadline::dueAt).orElse(null),
        programs.version(rung.program(), rung.version()).zone().getId(),
        pages.of(assignment.incident()).stream()
            .filter(page -> page.assignment().equals(assignment.id()))
            .map(
                page ->
                    new BoardLine.Asked(
                        page.staff(),
                        page.pagedAt(),
                        page.ending() == null ? "open" : page.ending()))
            .toList(),
        view.map(ReadBoard::urgency).orElse(null),
        assignment.late() && assignment.state() instanceof AssignmentState.Looking,
        view.map(IncidentView::beside).orElse(List.of()));
  }
}
