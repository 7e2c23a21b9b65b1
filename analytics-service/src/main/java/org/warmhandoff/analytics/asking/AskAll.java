package org.warmhandoff.analytics.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.By;
import org.warmhandoff.analytics.Measure;
import org.warmhandoff.analytics.Question;
import org.warmhandoff.analytics.Releases;
import org.warmhandoff.analytics.Suppression.Published;

/** Every measure at once, for the first page. */
@ApplicationScoped
class AskAll {

  private final Releases releases;
  private final AskMeasure askMeasure;

  AskAll(Releases releases, AskMeasure askMeasure) {
    this.releases = releases;
    this.askMeasure = askMeasure;
  }

  /**
   * Over the latest release; empty where none was closed yet.
   *
   * @param policeService the only one the analyst may read of
   */
  @Transactional
  public Optional<List<Published>> latest(By by, @Nullable String policeService) {
    return releases
        .latest()
        .map(
            release ->
                Stream.of(Measure.values())
                    .map(
                        measure ->
                            askMeasure.ask(
                                new Question(measure, by, null, null, policeService),
                                release.number()))
                    .toList());
  }
}
