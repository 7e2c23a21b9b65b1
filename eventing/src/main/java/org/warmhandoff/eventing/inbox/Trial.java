package org.warmhandoff.eventing.inbox;

import org.jboss.logging.Logger;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.inbox.Taking.ParkedFactFailed;

/** What to do about the failures of one batch. Remembers which have been seen before. */
final class Trial {

  private static final Logger LOG = Logger.getLogger(Trial.class);
  private static final long NOBODY = -1;
  private static final long THE_RECORD = 0;

  /** The next step. */
  enum Verdict {
    AGAIN,
    HALVE,
    SET_ASIDE
  }

  private final String consumer;
  private final Transactions transactions;
  private long suspect = NOBODY;
  private int attempt;

  Trial(String consumer, Transactions transactions) {
    this.consumer = consumer;
    this.transactions = transactions;
  }

  /**
   * Judges a failure; has waited, where waiting helps.
   *
   * @param records how many were in the transaction that failed
   * @throws Transactions.Stopped where the service is shutting down: what its parts do while they
   *     close says nothing about the record
   */
  Verdict judge(RuntimeException failure, int records) {
    if (transactions.isStopping()) {
      throw new Transactions.Stopped();
    }
    if (Failures.pass(failure)) {
      LOG.warnf("%s: attempt %d failed (%s), waiting", consumer, attempt, Failures.reason(failure));
      transactions.pause(consumer, attempt++);
      return Verdict.AGAIN;
    }
    if (records > 1) {
      return Verdict.HALVE;
    }
    if (!transactions.healthy()) {
      transactions.pause(consumer, attempt++);
      return Verdict.AGAIN;
    }
    long failed = failure instanceof ParkedFactFailed parked ? parked.number() : THE_RECORD;
    if (suspect != failed) {
      LOG.warnf("%s: a record failed, once more: %s", consumer, Shape.of(failure));
      suspect = failed;
      return Verdict.AGAIN;
    }
    if (failed == THE_RECORD) {
      return Verdict.SET_ASIDE;
    }
    // The record itself did nothing wrong: it only released a parked one that cannot be handled.
    LOG.errorf("%s: parked fact %d is set aside (%s)", consumer, failed, Failures.reason(failure));
    persist(() -> transactions.setAsideParked(consumer, failed, Failures.reason(failure)));
    suspect = NOBODY;
    return Verdict.AGAIN;
  }

  /** Does it until it is done. */
  void persist(Runnable settingAside) {
    for (int again = 0; ; again++) {
      try {
        settingAside.run();
        return;
      } catch (RuntimeException e) {
        LOG.errorf("%s: cannot set aside (%s), once more", consumer, Failures.reason(e));
        transactions.pause(consumer, again);
      }
    }
  }
}
