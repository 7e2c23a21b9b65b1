package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Deadline;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.Programs;

/** The board of one police service: live help under way, the longest waiting first. */
@ApplicationScoped
public class ReadBoard {

  private final Assignments assignments;
  private final Pages pages;
  private final Programs programs;

  ReadBoard(Assignments assignments, Pages pages, Programs programs) {
    this.assignments = assignments;
    this.pages = pages;
    this.programs = programs;
  }

  @Transactional
  public List<BoardLine> read(String policeService) {
    return assignments.onBoard(policeService).stream().map(this::line).toList();
  }

  private BoardLine line(Assignment assignment) {
    Assignment.Rung rung = assignment.current();
    return new BoardLine(
        assignment.incident(),
        assignment.id(),
        rung.program(),
        Codes.of(rung.mode()),
        assignment.state().code(),
        assignment.openedAt(),
        assignment.deadline().map(Deadline::dueAt).orElse(null),
        programs.version(rung.program(), rung.version()).zone().getId(),
        pages.of(assignment.incident()).stream()
            .filter(page -> page.assignment().equals(assignment.id()))
            .map(
                page ->
                    new BoardLine.Asked(
                        page.staff(),
                        page.pagedAt(),
                        page.ending() == null ? "open" : page.ending()))
            .toList());
  }
}
