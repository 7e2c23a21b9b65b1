package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.RosteringActs;
import org.warmhandoff.notification.RosteringActs.Act;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.ShiftOffer;
import org.warmhandoff.notification.ShiftOffers;
import org.warmhandoff.notification.Shifts;

/** A worker takes a shift that is open, or that another gives away. */
@ApplicationScoped
public class TakeShift {

  private final ShiftBook book;
  private final Shifts shifts;
  private final ShiftOffers offers;
  private final Placing placing;
  private final RosteringActs acts;
  private final InstantSource clock;

  TakeShift(
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
   * Takes it; once more changes nothing.
   *
   * @param name they sign in with
   * @throws Problem 404 where it is of no program of theirs; 409 where somebody has it, or they
   *     cannot work then
   */
  @Transactional
  public void take(UUID id, UUID staff, String name) {
    // one change of the rota after the other: what stands in the way is known
    shifts.changed();
    Instant now = clock.instant();
    Shift shift = placing.open(id, now);
    if (book.served(staff).stream().noneMatch(shift.programs()::contains)) {
      throw Placing.none();
    }
    UUID before = shift.staff();
    if (staff.equals(before)) {
      return;
    }
    Optional<ShiftOffer> offer = offers.findByIdOptional(id);
    if (before != null && offer.isEmpty()) {
      throw Problem.conflict("shift-taken", "Somebody has this shift.");
    }
    UUID wanted = before == null ? null : offer.map(ShiftOffer::forShift).orElse(null);
    if (wanted == null) {
      placing.fits(staff, shift, List.of(), now);
      shift.give(staff);
      acts.keep(name, Act.SHIFT_TAKEN, id, before, staff, null, now);
    } else {
      exchange(shift, placing.open(wanted, now), staff, now);
      acts.keep(name, Act.SHIFTS_EXCHANGED, id, before, staff, null, now);
      acts.keep(name, Act.SHIFTS_EXCHANGED, wanted, staff, before, null, now);
      offers.deleteById(wanted);
    }
    offers.deleteById(id);
  }

  private void exchange(Shift offered, Shift mine, UUID staff, Instant now) {
    UUID other = offered.staff();
    if (other == null || !staff.equals(mine.staff())) {
      throw Problem.conflict("other-exchange", "It is offered for another shift than yours.");
    }
    placing.fits(staff, offered, List.of(mine.id()), now);
    placing.fits(other, mine, List.of(offered.id()), now);
    // the database compares after each of them: between the two nobody has either
    offered.give(null);
    mine.give(null);
    book.flush();
    offered.give(staff);
    mine.give(other);
  }
}
