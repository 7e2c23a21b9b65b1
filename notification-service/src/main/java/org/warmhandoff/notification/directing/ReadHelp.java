package org.warmhandoff.notification.directing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Decision.Fitness;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Reason;

/** Help as whoever directs it sees it, and who else could be paged now. */
@ApplicationScoped
public class ReadHelp {

  private final Directed directed;
  private final Desks desks;

  ReadHelp(Directed directed, Desks desks) {
    this.directed = directed;
    this.desks = desks;
  }

  /**
   * Help under way.
   *
   * @param state stable code of its state
   * @param since business instant of the state
   */
  public record Shown(
      UUID assignment,
      UUID incident,
      String program,
      String mode,
      String state,
      boolean over,
      Instant since,
      String zone,
      List<Other> others) {}

  /** A worker or a crew of the program whose turn it is, and whether they could be paged. */
  public record Other(List<UUID> staff, boolean fit, Reason reason) {}

  /**
   * Reads it.
   *
   * @throws Problem 404 where it is not theirs to direct
   */
  @Transactional
  public Shown read(UUID id, Director director) {
    Directed.Found found = directed.find(id, director);
    Assignment assignment = found.assignment();
    return new Shown(
        assignment.id(),
        assignment.incident(),
        assignment.current().program(),
        Codes.of(assignment.current().mode()),
        assignment.state().code(),
        assignment.over(),
        assignment.changedAt(),
        found.incident().view().facts().zone(),
        desks.intervene(found.incident()).considered(found.incident().view(), assignment).stream()
            .map(
                one ->
                    switch (one.fitness()) {
                      case Fitness.Fit fit ->
                          new Other(one.crew().staff(), true, Reason.of("fit", fit.load()));
                      case Fitness.Unfit unfit ->
                          new Other(one.crew().staff(), false, unfit.reason().shown());
                    })
            .toList());
  }
}
