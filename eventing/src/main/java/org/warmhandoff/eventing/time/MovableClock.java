package org.warmhandoff.eventing.time;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Business time from a clock file. A thread watches the file, so that a move wakes at once. */
final class MovableClock implements BusinessClock, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(MovableClock.class);
  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(4);

  private final ClockFile file;
  private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Thread watcher;

  /** From the beginning, so that a move while the watcher starts is not missed. */
  private long seen;

  private volatile boolean closed;

  MovableClock(ClockFile file) {
    this.file = file;
    this.seen = file.sequence();
    this.watcher = Thread.ofPlatform().name("clock-file").daemon().unstarted(this::watch);
  }

  MovableClock start() {
    watcher.start();
    return this;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    return latest.accumulateAndGet(file.millis(), Math::max);
  }

  @Override
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(this, GLANCE);
      long now = file.sequence();
      if (now != seen) {
        seen = now;
        listeners.forEach(MovableClock::wake);
      }
    }
  }

  private static void wake(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("a listener to the clock failed", e);
    }
  }
}
