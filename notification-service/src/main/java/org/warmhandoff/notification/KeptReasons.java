package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reasons as they are stored. Hundreds of workers are not asked for one of a few reasons, and every
 * decision is kept: neighbours with the same reason stand under it together, by their places in a
 * line-up where they are many.
 */
record KeptReasons(
    UUID incident,
    @Nullable UUID assignment,
    Instant at,
    List<KeptProgram> programs,
    List<Reason> steps) {

  /** From so many crews on they are named by their places. */
  private static final int MANY = 8;

  /** Finds the line-up of crews. */
  interface Finding {
    LineUp of(List<List<UUID>> crews);
  }

  /**
   * One program.
   *
   * @param lineUp by which its workers are named; null: each by their id
   */
  record KeptProgram(
      String program,
      int version,
      Program.Kind kind,
      String eligibility,
      Reason eligible,
      Reason start,
      @Nullable UUID lineUp,
      List<Run> workers) {}

  /**
   * Neighbours.
   *
   * @param staff a single crew, as it was stored before there were runs; null since
   * @param crews in their order; null where it is a single one of before, or places are named
   * @param places of the crews in the line-up, in their order; null without one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Run(
      @Nullable List<UUID> staff,
      @Nullable List<List<UUID>> crews,
      @Nullable List<Integer> places,
      Reason reason) {

    private static Run of(List<List<UUID>> crews, @Nullable LineUp lineUp, Reason reason) {
      return lineUp == null
          ? new Run(null, crews, null, reason)
          : new Run(
              null,
              null,
              crews.stream()
                  .map(crew -> Objects.requireNonNull(lineUp.places().get(crew)))
                  .toList(),
              reason);
    }

    private List<List<UUID>> whole(@Nullable LineUp lineUp) {
      if (places != null) {
        List<List<UUID>> all = Objects.requireNonNull(lineUp).crews();
        return places.stream().map(all::get).toList();
      }
      return crews == null ? List.of(Objects.requireNonNull(staff)) : crews;
    }
  }

  static KeptReasons of(Reasons reasons, Finding lineUps) {
    return new KeptReasons(
        reasons.incident(),
        reasons.assignment(),
        reasons.at(),
        reasons.programs().stream().map(one -> kept(one, lineUps)).toList(),
        reasons.steps());
  }

  /** The line-ups its workers are named by. */
  Stream<UUID> lineUps() {
    return programs.stream().flatMap(one -> Stream.ofNullable(one.lineUp()));
  }

  /**
   * As they were.
   *
   * @param lineUps those its workers are named by
   */
  Reasons reasons(Map<UUID, LineUp> lineUps) {
    return new Reasons(
        incident,
        assignment,
        at,
        programs.stream()
            .map(one -> whole(one, one.lineUp() == null ? null : lineUps.get(one.lineUp())))
            .toList(),
        steps);
  }

  private static KeptProgram kept(Reasons.OfProgram one, Finding lineUps) {
    LineUp lineUp =
        one.workers().size() < MANY
            ? null
            : lineUps.of(one.workers().stream().map(Reasons.OfWorker::staff).toList());
    List<Run> runs = new ArrayList<>();
    List<List<UUID>> crews = new ArrayList<>();
    Reason last = null;
    for (Reasons.OfWorker worker : one.workers()) {
      if (last != null && !last.equals(worker.reason())) {
        runs.add(Run.of(crews, lineUp, last));
        crews = new ArrayList<>();
      }
      crews.add(worker.staff());
      last = worker.reason();
    }
    if (last != null) {
      runs.add(Run.of(crews, lineUp, last));
    }
    return new KeptProgram(
        one.program(),
        one.version(),
        one.kind(),
        one.eligibility(),
        one.eligible(),
        one.start(),
        lineUp == null ? null : lineUp.id(),
        runs);
  }

  private static Reasons.OfProgram whole(KeptProgram one, @Nullable LineUp lineUp) {
    List<Reasons.OfWorker> workers = new ArrayList<>();
    for (Run run : one.workers()) {
      run.whole(lineUp).forEach(crew -> workers.add(new Reasons.OfWorker(crew, run.reason())));
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
