package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Shifts;

/** A shift does not take place, or no longer. */
@ApplicationScoped
public class CallOffShift {

  private final Shifts shifts;
  private final ShiftOffers offers;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  CallOffShift(
      Shifts shifts, ShiftOffers offers, Placing placing, RosteringActs acts, InstantSource clock) {
    this.shifts = shifts;
    this.offers = offers;
    this.placing = placing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Calls it off.
   *
   * @throws Problem 404 where it is not theirs to plan, 409 where it is over
   */
  @Transactional
  public void callOff(UUID id, WhyRostered why, Planner planner) {
    shifts.changed();
    Instant now = clock.instant();
    Shift shift = placing.planned(id, planner, now);
    UUID before = shift.staff();
    shift.callOff(now);
    offers.deleteById(id);
    acts.keep(planner.name(), Act.SHIFT_CALLED_OFF, id, before, null, Codes.of(why), now);
  }
}
