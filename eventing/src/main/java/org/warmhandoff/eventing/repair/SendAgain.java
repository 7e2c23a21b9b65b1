package org.warmhandoff.eventing.repair;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.inbox.Note;
import org.warmhandoff.eventing.inbox.Repair;

/** Sends a record and those behind it through the inbox again. */
@ApplicationScoped
public class SendAgain {

  private final Repair repair;

  SendAgain(Repair repair) {
    this.repair = repair;
  }

  /**
   * @return that it is gone, or that it failed again
   * @throws org.warmhandoff.console.problem.Problem 404, 409 or 503 where nothing was done
   */
  public Repair.Outcome send(long number, int edition, Note note) {
    Repair.Outcome outcome = repair.sendAgain(number, edition, note);
    if (outcome instanceof Repair.Outcome.Refused refused) {
      throw Refusals.of(refused.why(), null);
    }
    return outcome;
  }
}
