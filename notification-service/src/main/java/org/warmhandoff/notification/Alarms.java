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
 * supervisors of the worker's program, by the ladder that stands for pages nobody answers.
 */
@ApplicationScoped
public class Alarms {

  private final Desks desks;
  private final Outbox outbox;
  private final Duration answerWithin;

  Alarms(
      Desks desks,
      Outbox outbox,
      @ConfigProperty(name = "handoff.alerts.answer-within") Duration answerWithin) {
    this.desks = desks;
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

  /** The next supervisor; after the last the first again; nobody where none can be reached. */
  public Step next(RoutedIncident incident, Assignment assignment, List<UUID> told) {
    Desk desk = desks.desk(incident);
    List<Program> rungs = desk.programs(assignment.ladder());
    return Ladder.tell(
        new Ladder.Position(rungs, assignment.rung(), Set.of(), told),
        decide(desk, incident.view(), rungs));
  }

  /** Whether this supervisor answers for the assignment's program, and is no party to it. */
  public boolean answersFor(RoutedIncident incident, Assignment assignment, UUID staff) {
    Desk desk = desks.desk(incident);
    List<Program> rungs = desk.programs(assignment.ladder());
    return rungs.stream().anyMatch(program -> program.supervisors().contains(staff))
        && !decide(desk, incident.view(), rungs).conflicted(assignment.audience(), List.of(staff));
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
