package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Shifts;

/** Whoever answers for a program puts somebody else on a shift, or leaves it open. */
@ApplicationScoped
public class OverrideShift {

  private final Shifts shifts;
  private final ShiftOffers offers;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  OverrideShift(
      Shifts shifts, ShiftOffers offers, Placing placing, RosteringActs acts, InstantSource clock) {
    this.shifts = shifts;
    this.offers = offers;
    this.placing = placing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Puts somebody on it; help already in somebody's hands stays there.
   *
   * @param staff null: it is open for whoever signs up
   * @throws Problem 404 where it is not theirs to plan, 409 where it is over or they cannot work
   */
  @Transactional
  public void override(UUID id, @Nullable UUID staff, WhyRostered why, Planner planner) {
    shifts.changed();
    Instant now = clock.instant();
    Shift shift = placing.planned(id, planner, now);
    UUID before = shift.staff();
    if (staff != null) {
      placing.fits(staff, shift, List.of(id), now);
    }
    shift.give(staff);
    offers.deleteById(id);
    acts.keep(planner.name(), Act.SHIFT_OVERRIDDEN, id, before, staff, Codes.of(why), now);
  }
}
