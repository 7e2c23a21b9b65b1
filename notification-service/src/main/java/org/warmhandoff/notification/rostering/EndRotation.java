package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Rota;
import org.warmhandoff.notification.RotaRow;
import org.warmhandoff.notification.Shifts;

/** Ends a rotation: nobody comes of it from now on. */
@ApplicationScoped
public class EndRotation {

  private final Rota rota;
  private final Shifts shifts;
  private final InstantSource clock;

  EndRotation(Rota rota, Shifts shifts, InstantSource clock) {
    this.rota = rota;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * Ends it; what was worked stays known.
   *
   * @throws Problem 404 where there is none
   */
  @Transactional
  public void end(UUID id) {
    shifts.changed();
    RotaRow row = rota.findById(id);
    if (row == null) {
      throw Problem.notFound("no-rota-entry", "There is no such rota entry.");
    }
    Instant now = clock.instant();
    shifts.makeRoom(id, List.of(), now);
    shifts.release(id, now);
    rota.delete(row);
  }
}
