package org.warmhandoff.incident.intake;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much all streams together may hold in memory, in bytes: lines can be long, and whoever sends
 * them must not be able to fill the heap. A stream that holds nothing may always go on, so that
 * none waits for ever for others whose answers nobody reads.
 */
final class Room {

  private final long ofAll;
  private final long ofOne;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private long held;

  Room(long ofAll, long ofOne) {
    this.ofAll = ofAll;
    this.ofOne = ofOne;
  }

  /** What one stream holds. */
  final class Share {

    private long own;

    /** Waits until there is room. */
    void enter(long bytes) {
      lock.lock();
      try {
        while (own > 0 && (own + bytes > ofOne || held + bytes > ofAll)) {
          left.awaitUninterruptibly();
        }
        own += bytes;
        held += bytes;
      } finally {
        lock.unlock();
      }
    }

    void leave(long bytes) {
      lock.lock();
      try {
        own -= bytes;
        held -= bytes;
        left.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  Share share() {
    return new Share();
  }

  /** What all hold together. */
  long held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }
}
