package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reasons as they are stored. Hundreds of workers are not asked for one of a few reasons, and every
 * decision is kept: neighbours with the same reason stand under it together.
 */
record KeptReasons(
    UUID incident,
    @Nullable UUID assignment,
    Instant at,
    List<KeptProgram> programs,
    List<Reason> steps) {

  /** One program. */
  record KeptProgram(
      String program,
      int version,
      Program.Kind kind,
      String eligibility,
      Reason eligible,
      Reason start,
      List<Run> workers) {}

  /**
   * Neighbours.
   *
   * @param staff a single crew, as it was stored before there were runs; null since
   * @param crews in their order; null where it is a single one of before
   */
  record Run(@Nullable List<UUID> staff, @Nullable List<List<UUID>> crews, Reason reason) {}

  static KeptReasons of(Reasons reasons) {
    return new KeptReasons(
        reasons.incident(),
        reasons.assignment(),
        reasons.at(),
        reasons.programs().stream().map(KeptReasons::kept).toList(),
        reasons.steps());
  }

  Reasons reasons() {
    return new Reasons(
        incident, assignment, at, programs.stream().map(KeptReasons::whole).toList(), steps);
  }

  private static KeptProgram kept(Reasons.OfProgram one) {
    List<Run> runs = new ArrayList<>();
    List<List<UUID>> crews = new ArrayList<>();
    Reason last = null;
    for (Reasons.OfWorker worker : one.workers()) {
      if (last != null && !last.equals(worker.reason())) {
        runs.add(new Run(null, crews, last));
        crews = new ArrayList<>();
      }
      crews.add(worker.staff());
      last = worker.reason();
    }
    if (last != null) {
      runs.add(new Run(null, crews, last));
    }
    return new KeptProgram(
        one.program(),
        one.version(),
        one.kind(),
        one.eligibility(),
        one.eligible(),
        one.start(),
        runs);
  }

  private static Reasons.OfProgram whole(KeptProgram one) {
    List<Reasons.OfWorker> workers = new ArrayList<>();
    for (Run run : one.workers()) {
      List<List<UUID>> crews =
          run.crews() == null ? List.of(Objects.requireNonNull(run.staff())) : run.crews();
      crews.forEach(crew -> workers.add(new Reasons.OfWorker(crew, run.reason())));
    }
    return new Reasons.OfProgram(
        one.program(),
        one.version(),
        one.kind(),
        one.eligibility(),
        one.eligible(),
        one.start(),
        workers);
  }
}
