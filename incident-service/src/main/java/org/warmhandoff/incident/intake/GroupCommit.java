package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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

  /**
   * The most persons they name together: a lock is held for each number and name they can be known
   * by, and the database has room for some thousands at once.
   */
  static final int MOST_PERSONS = 256;

  /** About the most bytes they hold together: some groups are in memory at once. */
  static final long MOST_BYTES = 2L * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  /** Those who are taken by themselves may wait long, and must not have all the connections. */
  private static final int ALONE_AT_ONCE = 4;

  /** PostgreSQL: it has no room for one more lock. */
  private static final String NO_MORE_LOCKS = "53200";

  private static final int DEEPEST_CAUSE = 16;

  /** After it nothing is tried again: who waits for the answer has gone soon after. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration SOON = Duration.ofSeconds(2);

  private final ReportIncident reportIncident;
  private final Semaphore alone = new Semaphore(ALONE_AT_ONCE);

  GroupCommit(ReportIncident reportIncident) {
    this.reportIncident = reportIncident;
  }

  /**
   * Stores a group in one transaction, which waits for nobody's lock for long: others wait for it.
   *
   * @return what became of each, in order; empty where nothing is stored and each is to be taken
   *     alone
   * @throws RuntimeException where the database is away: nothing is stored
   */
  Optional<List<Taken>> together(List<Posted> group) {
    for (boolean again = false; ; again = true) {
      try {
        return Optional.of(reportIncident.take(group, ReportIncident.Patience.BRIEF));
      } catch (RuntimeException failure) {
        if (Again.isAway(failure) && !(group.size() > 1 && isTooLarge(failure))) {
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

  /**
   * Stores one report in a transaction of its own, on the thread of whoever waits for it.
   *
   * @throws Problem 503 where others kept it waiting for too long
   */
  Taken alone(Posted posted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean entered = false;
    try {
      entered = alone.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      if (!entered) {
        throw busy();
      }
      return Again.whenBrokenOff(
              () -> {
                if (System.nanoTime() - end > 0) {
                  throw busy();
                }
                return reportIncident.take(List.of(posted), ReportIncident.Patience.LONG);
              })
          .getFirst();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      if (entered) {
        alone.release();
      }
    }
  }

  /** Whether the database could not lock all that a group names; each of it by itself it can. */
  static boolean isTooLarge(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && NO_MORE_LOCKS.equals(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** It may or may not be stored: the same again changes nothing. */
  static Problem busy() {
    return Problem.unavailable(
        "unavailable",
        "This could not be stored in time. Send the same again in a moment; twice counts once.",
        SOON);
  }
}
