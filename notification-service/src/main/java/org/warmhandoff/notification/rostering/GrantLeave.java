package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Leave;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.Workers;

/** Grants a worker's leave. */
@ApplicationScoped
public class GrantLeave {

  private final Leaves leaves;
  private final Workers workers;
  private final InstantSource clock;

  GrantLeave(Leaves leaves, Workers workers, InstantSource clock) {
    this.leaves = leaves;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Grants it; the same again changes nothing.
   *
   * @param by the name of whoever grants it
   * @throws Problem 409 where this id is another leave, or one that was called off
   */
  @Transactional
  public void grant(UUID id, UUID staff, Window.Span span, String by) {
    // a page that is being claimed waits for this row, or this for the claim
    workers.lockedOrNew(staff);
    Leave present = leaves.findById(id);
    if (present == null) {
      leaves.persist(new Leave(id, staff, span, by, clock.instant()));
    } else if (!present.isStill(staff, span)) {
      throw another();
    }
  }

  static Problem another() {
    return Problem.conflict("other-leave", "This id is another leave, or one called off.")
        .expected("a new id; a leave that changes is called off and granted anew");
  }
}
