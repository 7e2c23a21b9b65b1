package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Shifts;

/** A worker keeps a shift they had offered. */
@ApplicationScoped
public class WithdrawOffer {

  private final ShiftBook book;
  private final Shifts shifts;
  private final ShiftOffers offers;
  private final RosteringActs acts;
  private final InstantSource clock;

  WithdrawOffer(
      ShiftBook book, Shifts shifts, ShiftOffers offers, RosteringActs acts, InstantSource clock) {
    this.book = book;
    this.shifts = shifts;
    this.offers = offers;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Withdraws the offer; once more changes nothing.
   *
   * @throws Problem 404 where the shift is not theirs: somebody took it, perhaps
   */
  @Transactional
  public void withdraw(UUID id, UUID staff, String name) {
    shifts.changed();
    if (!book.findByIdOptional(id).map(Shift::staff).filter(staff::equals).isPresent()) {
      throw Placing.none();
    }
    if (offers.deleteById(id)) {
      acts.keep(name, Act.OFFER_WITHDRAWN, id, staff, staff, null, clock.instant());
    }
  }
}
