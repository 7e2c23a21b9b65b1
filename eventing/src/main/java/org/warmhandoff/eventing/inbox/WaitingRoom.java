package org.warmhandoff.eventing.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.end.EndOfProcess;

/**
 * Where facts wait for another aggregate. They are released by a thread of their own, each in its
 * own transaction, after the commit of what they waited for: a failure of theirs is not the failure
 * of those who made it possible.
 */
@ApplicationScoped
class WaitingRoom {

  private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

  /** How long a fact waits at most that another replica's consumer made possible. */
  private static final long ROUND_MILLIS = 1_000;

  private final DataSource database;
  private final Instance<Handler> handlers;
  private final Transactions transactions;
  private final Semaphore rung = new Semaphore(0);
  private volatile boolean somebodyWaits = true;
  private @Nullable Thread thread;

  WaitingRoom(DataSource database, Instance<Handler> handlers, Transactions transactions) {
    this.database = database;
    this.handlers = handlers;
    this.transactions = transactions;
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isUnsatisfied()) {
      thread = Thread.ofPlatform().name("waiting-room").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rung.release();
    if (thread != null) {
      thread.join(Duration.ofSeconds(5));
    }
  }

  /** A fact was told to wait. */
  void expectSomebody() {
    somebodyWaits = true;
  }

  /** Facts were handled; somebody may have waited for them. */
  void ring() {
    if (somebodyWaits && rung.availablePermits() == 0) {
      rung.release();
    }
  }

  private void run() {
    try {
      while (!transactions.isStopping()) {
        if (rung.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
          rung.drainPermits();
        }
        try {
          round();
        } catch (Transactions.Stopped e) {
          return;
        } catch (SQLException | RuntimeException e) {
          LOG.warnf("waiting facts cannot be looked at (%s)", Failures.reason(e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // Facts that wait would wait for ever, and nobody would notice.
      EndOfProcess.because("the waiting room has ended", e);
    }
  }

  private void round() throws SQLException {
    // Before the look: whoever is told to wait after it says so.
    somebodyWaits = false;
    if (!anyoneWaits()) {
      return;
    }
    somebodyWaits = true;
    boolean any;
    do {
      any = false;
      for (Parked.Waiting waiting : releasable()) {
        Optional<Handler> handler = handler(waiting.consumer());
        if (handler.isPresent()) {
          release(handler.get(), waiting);
          any = true;
        } else {
          LOG.debugf("no consumer %s here for fact %d", waiting.consumer(), waiting.number());
        }
      }
    } while (any && !transactions.isStopping());
  }

  private void release(Handler handler, Parked.Waiting waiting) {
    Trial trial = new Trial(handler.consumer(), transactions);
    boolean again = true;
    while (again) {
      try {
        transactions.run(handler, taking -> taking.release(waiting));
        again = false;
      } catch (Transactions.Stopped e) {
        throw e;
      } catch (RuntimeException e) {
        again = trial.judge(e, 1) == Trial.Verdict.AGAIN;
      }
    }
  }

  private Optional<Handler> handler(String consumer) {
    return handlers.stream().filter(handler -> handler.consumer().equals(consumer)).findFirst();
  }

  private boolean anyoneWaits() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Parked(connection).anyoneWaits();
    }
  }

  private List<Parked.Waiting> releasable() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Parked(connection).releasable();
    }
  }
}
