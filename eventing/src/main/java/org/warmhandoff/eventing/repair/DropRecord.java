package org.warmhandoff.eventing.repair;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.inbox.Note;
import org.warmhandoff.eventing.inbox.Repair;

/** Drops a record with a word; its aggregate's next version applies. */
@ApplicationScoped
public class DropRecord {

  private final Repair repair;

  DropRecord(Repair repair) {
    this.repair = repair;
  }

  /**
   * @throws org.warmhandoff.console.problem.Problem 404, 409, 422 or 503 where nothing was done
   */
  public Repair.Outcome drop(
      long number, int edition, @Nullable UUID subject, @Nullable Long version, Note note) {
    Repair.Outcome outcome = repair.drop(number, edition, subject, version, note);
    if (outcome instanceof Repair.Outcome.Refused refused) {
      throw Refusals.of(refused.why(), null);
    }
    return outcome;
  }
}
