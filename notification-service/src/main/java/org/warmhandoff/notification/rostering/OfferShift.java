package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.ShiftOffer;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Shifts;

/** A worker would give a shift away; it stays theirs until another takes it. */
@ApplicationScoped
public class OfferShift {

  private final ShiftBook book;
  private final Shifts shifts;
  private final ShiftOffers offers;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  OfferShift(
      ShiftBook book,
      Shifts shifts,
      ShiftOffers offers,
      Placing placing,
      RosteringActs acts,
      InstantSource clock) {
    this.book = book;
    this.shifts = shifts;
    this.offers = offers;
    this.placing = placing;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Offers it.
   *
   * @param instead somebody else's shift they would work for it; null: to whoever takes it
   * @throws Problem 404 where it is not theirs, 409 where it is over or nobody has the other one
   */
  @Transactional
  public void offer(UUID id, @Nullable UUID instead, UUID staff, String name) {
    shifts.changed();
    Instant now = clock.instant();
    if (!book.findByIdOptional(id).map(Shift::staff).filter(staff::equals).isPresent()) {
      throw Placing.none();
    }
    placing.open(id, now);
    if (instead != null) {
      Shift other = placing.open(instead, now);
      if (other.staff() == null || staff.equals(other.staff())) {
        throw Problem.conflict("other-exchange", "Only somebody else's shift can be worked for it.")
            .at("/for")
            .expected("the id of a shift somebody else has");
      }
    }
    offers
        .findByIdOptional(id)
        .ifPresentOrElse(
            offer -> offer.change(instead, now),
            () -> offers.persist(new ShiftOffer(id, instead, now)));
    acts.keep(name, Act.SHIFT_OFFERED, id, staff, null, null, now);
  }
}
