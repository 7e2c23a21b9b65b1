package org.warmhandoff.incident.intake.watching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the counts down every quarter of a minute, and before somebody reads them; those of fields
 * that decide nothing every ten minutes, and then, too.
 */
@ApplicationScoped
class IntakeClerk {

  private static final Logger LOG = Logger.getLogger(IntakeClerk.class);
  private static final long PAUSE_SECONDS = 15;

  /** Every ten minutes. */
  private static final int ROUNDS_TO_FORGET = 40;

  private final IntakeTally tally;
  private final KeepIntakeLog keepIntakeLog;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread worker;

  IntakeClerk(IntakeTally tally, KeepIntakeLog keepIntakeLog) {
    this.tally = tally;
    this.keepIntakeLog = keepIntakeLog;
  }

  void start(@Observes StartupEvent event) {
    worker = Thread.ofPlatform().daemon().name("intake-clerk").start(this::work);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    if (worker != null) {
      worker.join(Duration.ofSeconds(5));
    }
  }

  private void work() {
    try {
      int round = 0;
      boolean last;
      do {
        last = stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        boolean all = round % ROUNDS_TO_FORGET == 0;
        write(all || last, all);
        round++;
      } while (!last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Error end) {
      LOG.errorf("the counts of intake are written no more (%s)", end.getClass().getName());
      throw end;
    }
  }

  /** Writes all of them now. */
  void writeAll() {
    write(true, false);
  }

  /**
   * What cannot be written now is counted on, and written with the next. A commit whose answer is
   * lost is written twice: these are figures to mend a form by, and no statistics.
   */
  private void write(boolean all, boolean forget) {
    List<IntakeTally.Entry> entries = tally.drain(all);
    try {
      if (forget || !entries.isEmpty()) {
        keepIntakeLog.keep(entries, forget);
      }
    } catch (RuntimeException away) {
      tally.putBack(entries);
      LOG.warnf("the counts of intake wait to be written (%s)", away.getClass().getName());
    }
  }
}
