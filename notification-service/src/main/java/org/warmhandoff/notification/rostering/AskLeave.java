package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Leave;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Window;

/** A worker asks to be away. */
@ApplicationScoped
public class AskLeave {

  private final Leaves leaves;
  private final RosteringActs acts;
  private final InstantSource clock;

  AskLeave(Leaves leaves, RosteringActs acts, InstantSource clock) {
    this.leaves = leaves;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Asks; until it is granted they are on duty as the rota says. The same again changes nothing.
   *
   * @throws Problem 409 where this id is another leave
   */
  @Transactional
  public void ask(UUID id, Window.Span span, UUID staff, String name) {
    Leave present = leaves.findById(id);
    if (present == null) {
      Instant now = clock.instant();
      leaves.persist(Leave.asked(id, staff, span, now));
      acts.keep(name, Act.LEAVE_ASKED, id, null, staff, null, now);
    } else if (!present.isStill(staff, span)) {
      throw GrantLeave.another();
    }
  }
}
