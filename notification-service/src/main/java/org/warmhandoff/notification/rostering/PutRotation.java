package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Laid;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Rota;
import org.warmhandoff.notification.RotaRow;
import org.warmhandoff.notification.Shifts;
import org.warmhandoff.notification.Turns;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.WindowSpec;
import org.warmhandoff.notification.Worker;
import org.warmhandoff.notification.Workers;

/** Puts a rotation, and lays out its shifts from now on. */
@ApplicationScoped
public class PutRotation {

  private static final int CREW = 2;
  private static final int MOST_WEEKS = 26;

  private final Teams teams;
  private final Workers workers;
  private final Rota rota;
  private final Shifts shifts;
  private final InstantSource clock;

  PutRotation(Teams teams, Workers workers, Rota rota, Shifts shifts, InstantSource clock) {
    this.teams = teams;
    this.workers = workers;
    this.rota = rota;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * A rotation as it is given.
   *
   * @param programs codes of those it serves
   * @param groups who takes turns
   * @param weeks how long a turn lasts; null: one
   * @param zones codes of municipalities, nearest first; empty: everywhere alike
   * @param from local date the first group's first turn begins on, ISO 8601; null: a Monday long
   *     ago
   */
  record Given(
      List<String> programs,
      List<List<UUID>> groups,
      List<String> zones,
      @Nullable Integer weeks,
      @Nullable String from,
      @Nullable WindowSpec window) {}

  /**
   * Puts it.
   *
   * @throws Flaw where a program is unknown, a crew is not two, or the window cannot be read
   * @throws Problem 409 where one of them has another shift then, cannot be reached, is not what
   *     the place asks for, or is of the other side's team
   */
  @Transactional
  public void put(UUID id, Given given) {
    // one rota is put after the other: what stands in the way is known, and is not on its way
    shifts.changed();
    List<Program> served = teams.served(given.programs(), "/program");
    Turns turns = turns(given, served);
    if (given.window() == null) {
      throw new Flaw("/window", "a window");
    }
    Window window = Window.of(given.window(), served.getFirst().zone(), "/window");
    Instant now = clock.instant();
    fit(id, turns, served, now);
    RotaRow found = rota.findById(id);
    RotaRow row = found;
    if (row == null) {
      row = new RotaRow(id, served, turns, given.window(), now);
    } else {
      row.put(served, turns, given.window(), now);
    }
    row.covers(List.copyOf(Codes.all(given.zones(), "/zones")));
    Instant until = now.plus(LayOutShifts.AHEAD);
    row.laid(until);
    rota.persistAndFlush(row);
    List<Laid> laid = shifts.makeRoom(id, Laid.out(id, turns, window, now, until), now);
    shifts.overlaps(row, laid).stream()
        .findFirst()
        .ifPresent(
            other -> {
              throw Problem.conflict(
                      "shift-overlap", "Nobody can be on duty in two places at once.")
                  .at("/staff")
                  .expected(
                      "somebody else than %s, who has a shift of %s from %s to %s"
                          .formatted(
                              other.staff(), other.programs(), other.starts(), other.ends()));
            });
    shifts.layOut(row, laid);
  }

  private static Turns turns(Given given, List<Program> served) {
    for (List<UUID> group : given.groups()) {
      if (group.isEmpty() || new HashSet<>(group).size() != group.size()) {
        throw new Flaw("/staff", "staff ids, each once");
      }
      if (Teams.isForCrews(served.getFirst()) && group.size() != CREW) {
        throw new Flaw("/staff", "the two of a crew");
      }
    }
    if (given.groups().isEmpty()) {
      throw new Flaw("/staff", "staff ids, each once");
    }
    int weeks = given.weeks() == null ? 1 : given.weeks();
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new Flaw("/turnWeeks", "1 to " + MOST_WEEKS);
    }
    LocalDate from = given.from() == null ? null : Window.date(given.from(), "/turnsFrom");
    return new Turns(given.groups(), weeks, from);
  }

  /** Whoever cannot be reached is not on duty, whatever a rota says. */
  private void fit(UUID id, Turns turns, List<Program> served, Instant now) {
    Map<UUID, Worker> known = workers.byId(turns.staff());
    for (List<UUID> group : turns.groups()) {
      for (int place = 0; place < group.size(); place++) {
        UUID staff = group.get(place);
        Worker worker = known.get(staff);
        if (worker == null || !worker.reachable()) {
          throw Problem.conflict(
                  "no-verified-channel", "Nobody goes on duty whom nobody can reach.")
              .at("/staff")
              .expected("a verified channel for " + staff + " first");
        }
        teams.fits(worker, place, served, id, now);
      }
    }
  }
}
