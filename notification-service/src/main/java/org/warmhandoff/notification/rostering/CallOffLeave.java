package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Leave;
import org.warmhandoff.notification.Leaves;

/** Calls a leave off: whoever it is of is paged again. */
@ApplicationScoped
public class CallOffLeave {

  private final Leaves leaves;
  private final InstantSource clock;

  CallOffLeave(Leaves leaves, InstantSource clock) {
    this.leaves = leaves;
    this.clock = clock;
  }

  /**
   * Calls it off; once more changes nothing.
   *
   * @param own whose it must be; null: anybody's
   * @param by the name of whoever does
   * @throws Problem 404 where there is no such leave
   */
  @Transactional
  public void callOff(UUID id, @Nullable UUID own, String by) {
    Leave leave = leaves.findById(id);
    if (leave == null || (own != null && !own.equals(leave.staff()))) {
      throw Problem.notFound("no-leave", "There is no such leave.");
    }
    leave.callOff(by, clock.instant());
  }
}
