package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.notification.Laid;
import org.warmhandoff.notification.Rota;
import org.warmhandoff.notification.RotaRow;
import org.warmhandoff.notification.Shifts;

/** Lays out the shifts of a rotation as time goes on. */
@ApplicationScoped
public class LayOutShifts {

  /** So far ahead people know their shifts. */
  static final Duration AHEAD = Duration.ofDays(56);

  private static final Duration AGAIN = Duration.ofDays(7);

  private final Rota rota;
  private final Shifts shifts;
  private final InstantSource clock;

  LayOutShifts(Rota rota, Shifts shifts, InstantSource clock) {
    this.rota = rota;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * Lays out one rotation further, a week at a time at least.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean next() {
    Instant now = clock.instant();
    Instant enough = now.plus(AHEAD).minus(AGAIN);
    if (!rota.anyLaidLessThan(enough)) {
      return false;
    }
    // before any rotation's row: whoever puts one takes them in this order, too
    shifts.changed();
    Optional<RotaRow> next = rota.next(enough);
    next.ifPresent(row -> layOut(row, now));
    return next.isPresent();
  }

  private void layOut(RotaRow row, Instant now) {
    Instant until = now.plus(AHEAD);
    Instant laid = row.laidUntil();
    Instant from = laid == null || laid.isBefore(now) ? now : laid;
    List<Laid> out =
        Laid.out(row.id(), row.turns(), row.window(), from, until).stream()
            // what runs on from before is laid out already
            .filter(one -> laid == null || !one.span().opens().isBefore(laid))
            .toList();
    shifts.layOut(row, out);
    row.laid(until);
  }
}
