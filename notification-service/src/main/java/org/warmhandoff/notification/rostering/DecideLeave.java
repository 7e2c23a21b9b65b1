package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Leave;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.Workers;

/** Whoever answers for a worker's program grants or refuses the leave they asked for. */
@ApplicationScoped
public class DecideLeave {

  private final Leaves leaves;
  private final ShiftBook book;
  private final Workers workers;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  DecideLeave(
      Leaves leaves,
      ShiftBook book,
      Workers workers,
      Placing placing,
      RosteringActs acts,
      InstantSource clock) {
    this.leaves = leaves;
    this.book = book;
    this.workers = workers;
    this.placing = placing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Decides it.
   *
   * @throws Problem 404 where it is not theirs to decide, 409 where it was decided or called off
   */
  @Transactional
  public void decide(UUID id, boolean granted, Planner planner) {
    Leave leave =
        leaves
            .findByIdOptional(id)
            .filter(one -> planned(one.staff(), planner))
            .orElseThrow(DecideLeave::none);
    // a page that is being claimed waits for this row, or this for the claim
    workers.lockedOrNew(leave.staff());
    Instant now = clock.instant();
    if (!leave.decide(granted, planner.name(), now)) {
      throw Problem.conflict("leave-decided", "This leave was decided or called off already.");
    }
    acts.keep(
        planner.name(),
        granted ? Act.LEAVE_GRANTED : Act.LEAVE_REFUSED,
        id,
        null,
        leave.staff(),
        null,
        now);
  }

  /** Nobody grants their own. */
  private boolean planned(UUID staff, Planner planner) {
    return !staff.equals(planner.staff())
        && placing.mayPlan(planner, List.copyOf(book.served(staff)));
  }

  private static Problem none() {
    return Problem.notFound("no-leave", "There is no such leave for you to decide.");
  }
}
