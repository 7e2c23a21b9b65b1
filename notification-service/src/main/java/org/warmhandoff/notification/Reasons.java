package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Decision.Considered;
import org.warmhandoff.notification.Decision.Fitness;
import org.warmhandoff.notification.Decision.Start;
import org.warmhandoff.notification.Decision.Weighed;

/**
 * The reasons of one decision as they are kept and shown: for every program and every worker
 * considered.
 *
 * @param steps what was done, in order; empty for a weighing
 */
public record Reasons(
    UUID incident,
    @Nullable UUID assignment,
    Instant at,
    List<OfProgram> programs,
    List<Reason> steps) {

  private static final Reason OPENS = Reason.of("opens");

  /** Hardly anybody has more in hand than these. */
  private static final List<Reason> FIT =
      IntStream.range(0, 16).mapToObj(load -> Reason.of("fit", load)).toList();

  /**
   * One program.
   *
   * @param eligibility eligible, not-eligible or open
   * @param eligible why
   * @param start opens, or why it does not start now
   */
  public record OfProgram(
      String program,
      int version,
      Program.Kind kind,
      String eligibility,
      Reason eligible,
      Reason start,
      List<OfWorker> workers) {}

  /** One worker or crew; fit, with the load that ranks them, or the reason why not. */
  public record OfWorker(List<UUID> staff, Reason reason) {}

  static Reasons of(Decision decision, @Nullable UUID assignment, List<Step> steps) {
    return new Reasons(
        decision.incident().incident(),
        assignment,
        decision.at(),
        decision.programs().stream().map(Reasons::ofProgram).toList(),
        steps.stream().map(Reasons::ofStep).toList());
  }

  /** Of a program that opens, the workers stand with what was done for it, and not here as well. */
  static Reasons ofWeighing(Decision decision) {
    return new Reasons(
        decision.incident().incident(),
        null,
        decision.at(),
        decision.programs().stream()
            .map(
                one ->
                    one.start() instanceof Start.Opens ? ofProgram(one, List.of()) : ofProgram(one))
            .toList(),
        List.of());
  }

  /** The same as anyone but the privacy office may read it. */
  public Reasons shown() {
    return new Reasons(
        incident,
        assignment,
        at,
        programs.stream()
            .map(
                one ->
                    new OfProgram(
                        one.program(),
                        one.version(),
                        one.kind(),
                        one.eligibility(),
                        one.eligible().shown(),
                        one.start().shown(),
                        one.workers().stream()
                            .map(worker -> new OfWorker(worker.staff(), worker.reason().shown()))
                            .toList()))
            .toList(),
        steps.stream().map(Reason::shown).toList());
  }

  /** Police see nothing of a follow-up, and nothing about dyads, parties and leaves. */
  public Reasons forPolice() {
    Reasons all = shown();
    return new Reasons(
        incident,
        assignment,
        at,
        all.programs().stream().filter(one -> one.kind() == Program.Kind.LIVE_HELP).toList(),
        all.steps());
  }

  private static OfProgram ofProgram(Weighed weighed) {
    List<OfWorker> workers = new ArrayList<>(weighed.crews().size());
    for (Considered considered : weighed.crews()) {
      workers.add(ofWorker(considered));
    }
    return ofProgram(weighed, workers);
  }

  private static OfProgram ofProgram(Weighed weighed, List<OfWorker> workers) {
    return new OfProgram(
        weighed.program().code(),
        weighed.program().version(),
        weighed.program().kind(),
        Codes.of(weighed.answer().eligibility()),
        weighed.answer().reason(),
        switch (weighed.start()) {
          case Start.Opens opens -> OPENS;
          case Start.Holds holds -> holds.reason();
        },
        workers);
  }

  private static OfWorker ofWorker(Considered considered) {
    return new OfWorker(
        considered.crew().staff(),
        switch (considered.fitness()) {
          case Fitness.Fit fit -> fit(fit);
          case Fitness.Unfit unfit -> unfit.reason();
        });
  }

  /** What puts them behind others comes first: language, then skill, then the way. */
  private static Reason fit(Fitness.Fit fit) {
    if (!fit.speaks()) {
      return Reason.of("fit-stranger", fit.load());
    }
    if (!fit.skilled()) {
      return Reason.of("fit-unskilled", fit.load());
    }
    return fit.distance() > 0 ? Reason.of("fit-far", fit.load()) : fit(fit.load());
  }

  private static Reason fit(int load) {
    return load < FIT.size() ? FIT.get(load) : Reason.of("fit", load);
  }

  private static Reason ofStep(Step step) {
    return switch (step) {
      case Step.PageCrew page ->
          Reason.of(
              "paged",
              page.program().code(),
              String.join(",", page.crew().staff().stream().map(UUID::toString).toList()),
              page.answerBy());
      case Step.ChangeRung change ->
          Reason.of("rung-changed", change.from().code(), change.to().code());
      case Step.Wait wait ->
          Reason.of(
              wait.forWorker() ? "waits-for-worker" : "waits", wait.program().code(), wait.until());
      case Step.Tell tell -> Reason.of("supervisor-told", tell.supervisor(), tell.answerBy());
      case Step.Unattended nobody -> Reason.of("nobody-reachable", nobody.retryAt());
      case Step.StandDown down -> down.reason();
      case Step.Reassign passed -> passed.reason();
    };
  }
}
