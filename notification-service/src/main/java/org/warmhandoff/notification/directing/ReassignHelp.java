package org.warmhandoff.notification.directing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Desks;

/** Passes help on by hand. */
@ApplicationScoped
public class ReassignHelp {

  private final Directed directed;
  private final Desks desks;

  ReassignHelp(Directed directed, Desks desks) {
    this.directed = directed;
    this.desks = desks;
  }

  /**
   * Takes it from whoever has it and pages another; who is on the way must acknowledge.
   *
   * @param to whom; null: whoever is next
   * @return the assignment that goes on
   * @throws Problem 404 where it is not theirs to direct, 409 where it is over or this worker
   *     cannot be paged now
   */
  @Transactional
  public UUID reassign(UUID assignment, Director director, WhyByHand why, @Nullable UUID to) {
    Directed.Found found = directed.find(assignment, director);
    return desks
        .intervene(found.incident())
        .reassign(found.incident().view(), found.assignment(), Codes.of(why), director.staff(), to)
        .id();
  }
}
