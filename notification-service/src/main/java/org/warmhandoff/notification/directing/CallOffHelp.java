package org.warmhandoff.notification.directing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Desks;

/** Ends help by hand. */
@ApplicationScoped
public class CallOffHelp {

  private final Directed directed;
  private final Desks desks;

  CallOffHelp(Directed directed, Desks desks) {
    this.directed = directed;
    this.desks = desks;
  }

  /**
   * Ends it; who is on the way must acknowledge.
   *
   * @throws Problem 404 where it is not theirs to direct, 409 where it is over
   */
  @Transactional
  public void callOff(UUID assignment, Director director, WhyByHand why) {
    Directed.Found found = directed.find(assignment, director);
    desks
        .intervene(found.incident())
        .callOff(found.incident().view(), found.assignment(), Codes.of(why), director.staff());
  }
}
