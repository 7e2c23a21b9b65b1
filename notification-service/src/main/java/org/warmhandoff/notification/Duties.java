package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty, and who else has shifts around now. Read once and kept until a rota changes: most
 * facts find it unchanged.
 */
@ApplicationScoped
public class Duties {

  private static final Duration BEHIND = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofDays(8);
  private static final Duration KEPT = Duration.ofHours(1);

  private final Shifts shifts;
  private final Rota rota;
  private volatile @Nullable OnDuty last;

  Duties(Shifts shifts, Rota rota) {
    this.shifts = shifts;
    this.rota = rota;
  }

  /**
   * The rota around an instant, as it was read once: the same object while nothing changes.
   *
   * @param version it was read as, or an earlier one: then it is read once more than needed
   */
  static final class OnDuty {
    private final long version;
    private final Instant at;
    private final Map<String, ProgramRota> rota;

    private OnDuty(long version, Instant at, Map<String, ProgramRota> rota) {
      this.version = version;
      this.at = at;
      this.rota = rota;
    }

    private boolean holds(long now, Instant instant) {
      return version == now && !instant.isBefore(at) && instant.isBefore(at.plus(KEPT));
    }

    ProgramRota of(String program) {
      return rota.getOrDefault(program, ProgramRota.EMPTY);
    }
  }

  /**
   * Who is on duty around an instant.
   *
   * @param version the rota's number, read in the present transaction
   */
  OnDuty at(Instant now, long version) {
    OnDuty loaded = last;
    if (loaded == null || !loaded.holds(version, now)) {
      loaded = new OnDuty(version, now, RotaReading.of(around(now)));
      last = loaded;
    }
    return loaded;
  }

  /**
   * Who had shifts in a program in a time that is over. Where it had none at all, who would have
   * had them by its rotations as they are now: a new program is tried on the weeks before it, too.
   */
  public ProgramRota during(String program, Instant from, Instant until) {
    List<ShiftRow> were =
        shifts.between(from, until).stream()
            .filter(shift -> shift.programs().contains(program))
            .toList();
    return RotaReading.of(were.isEmpty() ? wouldHave(program, from, until) : were)
        .getOrDefault(program, ProgramRota.EMPTY);
  }

  private List<ShiftRow> wouldHave(String program, Instant from, Instant until) {
    List<ShiftRow> all = new ArrayList<>();
    for (RotaRow rotation : rota.of(program)) {
      for (Laid one : Laid.out(rotation.id(), rotation.turns(), rotation.window(), from, until)) {
        Duty duty = new Duty(one.span(), rotation.zones());
        all.add(new ShiftRow(one.crew(), one.place(), rotation.programs(), one.staff(), duty));
      }
    }
    return all;
  }

  private List<ShiftRow> around(Instant now) {
    Instant from = now.minus(BEHIND);
    Instant until = now.plus(AHEAD);
    List<ShiftRow> all = new ArrayList<>(shifts.between(from, until));
    // the clock may have jumped past what is laid out: nobody is off duty for that
    for (RotaRow rotation : rota.laidLessThan(until)) {
      Instant laid = rotation.laidUntil();
      Instant since = laid == null || laid.isBefore(from) ? from : laid;
      for (Laid one : Laid.out(rotation.id(), rotation.turns(), rotation.window(), since, until)) {
        if (laid == null || !one.span().opens().isBefore(laid)) {
          UUID staff = one.staff();
          Duty duty = new Duty(one.span(), rotation.zones());
          all.add(new ShiftRow(one.crew(), one.place(), rotation.programs(), staff, duty));
        }
      }
    }
    return all;
  }
}
