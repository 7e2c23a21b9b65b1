package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.Again;

/**
 * Stores groups of reports. What one report spoils is not answered to the others: such a group is
 * told to be taken one by one.
 */
@ApplicationScoped
class GroupCommit {

  /** The most reports one transaction takes: more would only make the first wait for the last. */
  static final int MOST = 256;

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  /** Those who are taken by themselves may wait long, and must not have all the connections. */
  private static final int ALONE_AT_ONCE = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofSeconds(2);

  private final ReportIncident reportIncident;
  private final Semaphore alone = new Semaphore(ALONE_AT_ONCE);

  GroupCommit(ReportIncident reportIncident) {
    this.reportIncident = reportIncident;
  }

  /**
   * Stores a group in one transaction.
   *
   * @return what became of each, in order; empty where nothing is stored and each is to be taken
   *     alone
   * @throws RuntimeException where the database is away: nothing is stored
   */
  Optional<List<Taken>> together(List<Posted> group) {
    for (boolean again = false; ; again = true) {
      try {
        return Optional.of(reportIncident.take(group));
      } catch (RuntimeException failure) {
        if (Again.isAway(failure)) {
          throw failure;
        }
        if (again || !Again.isDeadlock(failure)) {
          // A single one is told why when it is taken alone.
          if (group.size() > 1) {
            LOG.warnf(
                "a group of %d reports is taken one by one (%s)",
                group.size(), failure.getClass().getName());
          }
          return Optional.empty();
        }
      }
    }
  }

  /** Stores one report in a transaction of its own, on the thread of whoever waits for it. */
  Taken alone(Posted posted) {
    boolean entered = false;
    try {
      entered = alone.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (!entered) {
        throw busy();
      }
      return Again.whenBrokenOff(() -> reportIncident.take(List.of(posted))).getFirst();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      if (entered) {
        alone.release();
      }
    }
  }

  /** It may or may not be stored: the same again changes nothing. */
  static Problem busy() {
    return Problem.unavailable(
        "unavailable",
        "This could not be stored in time. Send the same again in a moment; twice counts once.",
        SOON);
  }
}
