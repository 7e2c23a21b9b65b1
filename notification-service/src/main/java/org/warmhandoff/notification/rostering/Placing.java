package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.Shift;
import org.warmhandoff.notification.ShiftBook;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.Worker;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** Finds shifts that can still be changed, and sees to it that whoever gets one can work it. */
@ApplicationScoped
class Placing {

  private final ShiftBook book;
  private final Programs programs;
  private final Workers workers;
  private final Leaves leaves;
  private final Teams teams;

  Placing(ShiftBook book, Programs programs, Workers workers, Leaves leaves, Teams teams) {
    this.book = book;
    this.programs = programs;
    this.workers = workers;
    this.leaves = leaves;
    this.teams = teams;
  }

  /**
   * A shift that is not over.
   *
   * @throws Problem 404 where there is none, 409 where it is over or called off
   */
  Shift open(UUID id, Instant now) {
    Shift shift = book.findByIdOptional(id).orElseThrow(Placing::none);
    if (!shift.isOpenAt(now)) {
      throw Problem.conflict("shift-over", "This shift is over, or was called off.");
    }
    return shift;
  }

  /**
   * The same, for whoever answers for one of its programs.
   *
   * @throws Problem 404 where it is not theirs to change
   */
  Shift planned(UUID id, Planner planner, Instant now) {
    Shift shift = book.findByIdOptional(id).orElseThrow(Placing::none);
    if (!mayPlan(planner, shift.programs())) {
      throw none();
    }
    return open(id, now);
  }

  /** Whether somebody plans one of these programs. */
  boolean mayPlan(Planner planner, List<String> codes) {
    UUID staff = planner.staff();
    return planner.everywhere()
        || (staff != null && programs.supervisedBy(staff).stream().anyMatch(codes::contains));
  }

  /**
   * That this worker can work this shift.
   *
   * @param except shifts that they give away for it
   * @throws Problem 409 where they cannot be reached, are not what the place asks for, belong to
   *     the other side's team, are away, or have another shift
   */
  void fits(UUID staff, Shift shift, List<UUID> except, Instant now) {
    Window.Span span = shift.span();
    Worker worker =
        workers
            .findByIdOptional(staff)
            .map(WorkerRow::worker)
            .filter(one -> one.active() && one.reachable())
            .orElseThrow(
                () ->
                    Problem.conflict(
                            "no-verified-channel", "Nobody goes on duty whom nobody can reach.")
                        .at("/staff")
                        .expected("an active worker with a verified channel"));
    teams.fits(worker, shift.place(), teams.served(shift.programs(), "/programs"), null, now);
    if (leaves.between(span.opens(), span.closes()).containsKey(staff)) {
      throw Problem.conflict("not-available", "They are not available then.").at("/staff");
    }
    book.overlapping(staff, span, except)
        .ifPresent(
            other -> {
              throw Problem.conflict(
                      "shift-overlap", "Nobody can be on duty in two places at once.")
                  .at("/staff")
                  .expected(
                      "somebody who has no shift then; there is one of %s from %s to %s"
                          .formatted(
                              String.join(", ", other.programs()),
                              other.span().opens(),
                              other.span().closes()));
            });
  }

  static Problem none() {
    return Problem.notFound("no-such-shift", "There is no such shift for you.");
  }
}
