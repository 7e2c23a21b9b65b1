package org.warmhandoff.analytics.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Question;
import org.warmhandoff.analytics.Release;
import org.warmhandoff.analytics.Releases;
import org.warmhandoff.analytics.Suppression;
import org.warmhandoff.analytics.Suppression.Published;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.console.problem.Problem;

/** Answers an analyst's question over a closed release. */
@ApplicationScoped
class AskMeasure {

  private final Releases releases;
  private final ReleasedFacts facts;
  private final Suppression suppression;

  AskMeasure(
      Releases releases,
      ReleasedFacts facts,
      @ConfigProperty(name = "handoff.suppression.threshold") int threshold) {
    this.releases = releases;
    this.facts = facts;
    this.suppression = new Suppression(threshold);
  }

  /**
   * The answer, suppressed.
   *
   * @param release its number; null for the latest
   * @throws Problem 404 where there is no such release, 409 where none was closed yet, 410 where a
   *     later one was closed since, 422 where the range cannot be asked
   */
  @Transactional
  public Published ask(Question question, @Nullable Integer release) {
    question
        .fault()
        .ifPresent(
            fault -> {
              throw refused(fault);
            });
    ReleaseStamp stamp = find(release).stamp();
    return suppression.publish(question, stamp, facts.cube(question.measure().counted(), stamp));
  }

  /** Only the latest is answered from: two of them could be subtracted from one another. */
  private Release find(@Nullable Integer number) {
    Optional<Release> latest = releases.latest();
    if (number == null) {
      return latest.orElseThrow(
          () ->
              Problem.conflict(
                  "no-release", "No release has been closed yet; the first comes by itself."));
    }
    if (latest.isEmpty() || number < 1 || number > latest.get().number()) {
      throw Problem.notFound("no-such-release", "There is no such release.");
    }
    if (number < latest.get().number()) {
      throw Problem.gone(
              "release-superseded",
              "Only the latest release is answered from: the difference between two of them would"
                  + " show who came in between.")
          .at("/release")
          .expected(Integer.toString(latest.get().number()));
    }
    return latest.get();
  }

  private static Problem refused(Question.Fault fault) {
    return switch (fault) {
      case NOT_A_MONDAY ->
          Problem.wrong("not-a-week", "Only whole weeks can be asked.")
              .at("/from /to")
              .expected("Mondays");
      case EMPTY ->
          Problem.wrong("empty-range", "The range ends before it begins.")
              .at("/to")
              .expected("a Monday after from");
      case TOO_LONG ->
          Problem.wrong("range-too-long", "The range is too long.")
              .at("/to")
              .expected("at most 100 years after from");
    };
  }
}
