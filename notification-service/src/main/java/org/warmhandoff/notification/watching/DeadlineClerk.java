package org.warmhandoff.notification.watching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Shape;
import org.warmhandoff.eventing.end.EndOfProcess;
import org.warmhandoff.eventing.time.BusinessClock;

/**
 * Goes through the deadlines as they fall due. It looks again at least every fifty milliseconds and
 * at once when business time is moved; a replica beside it takes other incidents. Where one was due
 * others may be: helpers go through them too, each in its own transactions, until nothing is due.
 */
@ApplicationScoped
public class DeadlineClerk {

  private static final Logger LOG = Logger.getLogger(DeadlineClerk.class);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final int LOOKS_BEFORE_RETRY = 20;

  /** What a deadline costs is mostly waiting for the database; each helper holds a connection. */
  private static final int HELPERS = 3;

  private final Work work;
  private final Work helpersWork;
  private final Consumer<Runnable> clockMoved;
  private final Consumer<Throwable> end;
  private final Semaphore moved = new Semaphore(0);
  private final Semaphore needed = new Semaphore(0);
  private final Set<UUID> heldBack = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;
  private volatile long lookedAt = System.nanoTime();

  @Inject
  DeadlineClerk(FireAlert fireAlert, FireDeadline fireDeadline, BusinessClock clock) {
    this(
        // somebody in danger comes before somebody who did not answer a page
        (heldBack, attempt) ->
            fireAlert.next(heldBack, attempt).or(() -> fireDeadline.next(heldBack, attempt)),
        fireDeadline::next,
        clock::onMove,
        failed -> EndOfProcess.because("the deadlines have ended", failed));
  }

  /**
   * @param work of the one that looks
   * @param helpersWork of those who are called when something is due
   */
  DeadlineClerk(
      Work work, Work helpersWork, Consumer<Runnable> clockMoved, Consumer<Throwable> end) {
    this.work = work;
    this.helpersWork = helpersWork;
    this.clockMoved = clockMoved;
    this.end = end;
  }

  /** How long ago it last saw what is due; long where it is stuck, or is refused each time. */
  double secondsSinceLook() {
    return (System.nanoTime() - lookedAt) / 1e9;
  }

  /** Fires what has been due longest; empty where nothing is due. */
  interface Work {
    Optional<UUID> next(Collection<UUID> heldBack, FireDeadline.Attempt attempt);
  }

  void start(@Observes StartupEvent started) {
    clockMoved.accept(moved::release);
    threads.add(Thread.ofPlatform().name("deadlines").start(this::workOrEnd));
    for (int i = 1; i <= HELPERS; i++) {
      threads.add(Thread.ofPlatform().name("deadlines-" + i).start(this::helpOrEnd));
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    closed = true;
    moved.release();
    needed.release(HELPERS);
    for (Thread running : threads) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  /** Without it no page ever runs out, and nobody would notice: then the process must not live. */
  void workOrEnd() {
    try {
      work();
    } catch (Throwable failed) {
      end.accept(failed);
    }
  }

  /** The same for a helper. */
  void helpOrEnd() {
    try {
      help();
    } catch (Throwable failed) {
      end.accept(failed);
    }
  }

  private void help() {
    while (!closed) {
      try {
        needed.acquire();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      while (!closed && fire(helpersWork)) {
        // as long as something is due
      }
    }
  }

  private void work() {
    int looks = 0;
    while (!closed) {
      while (!closed && fire(work)) {
        // one that was due is seldom alone
        needed.release(HELPERS - Math.min(HELPERS, needed.availablePermits()));
      }
      looks = (looks + 1) % LOOKS_BEFORE_RETRY;
      if (looks == 0) {
        heldBack.clear();
      }
      try {
        if (moved.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          moved.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean fire(Work mine) {
    AtomicReference<@Nullable UUID> attempted = new AtomicReference<>();
    try {
      boolean fired = mine.next(Set.copyOf(heldBack), attempted::set).isPresent();
      looked(mine);
      return fired;
    } catch (RuntimeException failed) {
      UUID assignment = attempted.get();
      if (assignment == null) {
        LOG.warnf("deadlines could not be read and are tried again: %s", Shape.of(failed));
        return false;
      }
      looked(mine);
      // the row is still there: it is tried again within a second, and the others go on
      heldBack.add(assignment);
      LOG.errorf("deadline of %s failed and is tried again: %s", assignment, Shape.of(failed));
      return true;
    }
  }

  /** Helpers do not look: that they go on says nothing of whoever calls them. */
  private void looked(Work mine) {
    if (mine == work) {
      lookedAt = System.nanoTime();
    }
  }
}
