package org.warmhandoff.analytics.releasing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.analytics.Release;
import org.warmhandoff.analytics.Releases;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;
import org.warmhandoff.console.problem.Problem;

/** Fixes what analysts see until the next release. */
@ApplicationScoped
class CloseRelease {

  private final Releases releases;
  private final ReleasedTables tables;
  private final InstantSource clock;

  CloseRelease(Releases releases, ReleasedTables tables, InstantSource clock) {
    this.releases = releases;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Closes one at the business instant.
   *
   * @throws Problem 409 where the last is less than a day old, or another is being closed
   */
  @Transactional
  @TransactionConfiguration(timeout = 3600)
  public ReleaseStamp now() {
    if (!tables.beginClosing()) {
      throw Problem.conflict("release-closing", "Another release is being closed.");
    }
    Optional<Release> last = releases.latest();
    Instant now = clock.instant();
    if (last.isPresent() && now.isBefore(last.get().nextAt())) {
      throw Problem.conflict(
              "release-too-early",
              "A release is closed at least a day after the last: two closer ones would show who"
                  + " came in between.")
          .expected("not before " + last.get().nextAt());
    }
    ReleaseStamp next = new ReleaseStamp(last.map(Release::number).orElse(0) + 1, now);
    tables.close(next);
    return next;
  }
}
