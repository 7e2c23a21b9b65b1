package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/**
 * Tells police what a human must know of, and says whose turn it is where nobody answers: the
 * supervisors of the worker's program, then those of the rungs above it. An alert may be raised
 * long after its assignment was opened, so that the supervisors of today are asked and not those of
 * the version it was opened under.
 */
@ApplicationScoped
public class Alarms {

  private final Desks desks;
  private final Programs programs;
  private final Pages pages;
  private final Conflicts conflicts;
  private final Outbox outbox;
  private final Duration answerWithin;

  Alarms(
      Desks desks,
      Programs programs,
      Pages pages,
      Conflicts conflicts,
      Outbox outbox,
      @ConfigProperty(name = "handoff.alerts.answer-within") Duration answerWithin) {
    this.desks = desks;
    this.programs = programs;
    this.pages = pages;
    this.conflicts = conflicts;
    this.outbox = outbox;
    this.answerWithin = answerWithin;
  }

  /** How long somebody has to say that they know, before the next is told. */
  public Duration answerWithin() {
    return answerWithin;
  }

  /**
   * Tells police.
   *
   * @param incident locked
   * @return the advisory's id
   */
  public UUID advise(RoutedIncident incident, CadAdvisory advisory) {
    IncidentView view = incident.view();
    return outbox.tell(
        Subject.ofIncident(
            view.incident(),
            incident.nextAdvisory(),
            view.policeService(),
            view.jurisdiction(),
            view.mode()),
        advisory);
  }

  /**
   * The next supervisor; after the last the first again; nobody where none can be reached. Whoever
   * raised it is never the next.
   */
  public Step next(RoutedIncident incident, Assignment assignment, Alert alert) {
    Desk desk = desks.desk(incident);
    List<Program> rungs =
        assignment.ladder().stream().map(rung -> inForce(rung.program(), rung.version())).toList();
    int own = rung(assignment, alert.program());
    return Ladder.tell(
        new Ladder.Position(rungs, own, Set.of(), alert.told()),
        decide(desk, incident.view(), rungs),
        alert.raisedBy() instanceof UUID raiser ? Set.of(raiser) : Set.of());
  }

  /** Whose word it is: the program they were paged by, or the one they answer for. */
  public String programOf(Assignment assignment, UUID staff) {
    return pages
        .programOf(assignment.id(), staff)
        .or(
            () ->
                assignment.ladder().stream()
                    .filter(
                        rung ->
                            inForce(rung.program(), rung.version()).supervisors().contains(staff))
                    .map(Assignment.Rung::program)
                    .findFirst())
        .orElse(assignment.current().program());
  }

  /** Whether this supervisor answers for the program an alert was raised in, today. */
  public boolean supervises(Alert alert, Assignment assignment, UUID staff) {
    int version = assignment.ladder().get(rung(assignment, alert.program())).version();
    return inForce(alert.program(), version).supervisors().contains(staff);
  }

  /** Whether they must be kept out of it by now. */
  public boolean conflicted(RoutedIncident incident, Assignment assignment, UUID staff) {
    return conflicts.conflicted(incident.view(), assignment.audience(), staff);
  }

  private Program inForce(String code, int version) {
    return programs
        .present(code)
        .map(present -> programs.version(code, present.version()))
        .orElseGet(() -> programs.version(code, version));
  }

  private static int rung(Assignment assignment, String program) {
    List<Assignment.Rung> ladder = assignment.ladder();
    for (int rung = 0; rung < ladder.size(); rung++) {
      if (ladder.get(rung).program().equals(program)) {
        return rung;
      }
    }
    throw new IllegalArgumentException("an alert of another assignment");
  }

  private static Decision decide(Desk desk, IncidentView view, List<Program> rungs) {
    List<Assignment> all = desk.assignments(view.incident());
    Roster roster = desk.roster(rungs, view, all);
    return Routing.decide(
        Situation.of(view, all, desk.freshFor()),
        rungs,
        roster,
        desk.load(view, roster),
        desk.now());
  }
}
