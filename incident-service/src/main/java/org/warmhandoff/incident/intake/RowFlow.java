package org.warmhandoff.incident.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rows between who reads them and who stores and answers them: while one group is being committed,
 * the next is read. There are never more than two groups of them, however long the stream.
 */
final class RowFlow {

  private static final int MOST = 2 * GroupCommit.MOST;

  private final Executor storing;
  private final Sink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<Row> rows = new ArrayDeque<>();
  private boolean busy;
  private boolean ended;
  private @Nullable Exception broken;

  RowFlow(Executor storing, Sink sink) {
    this.storing = storing;
    this.sink = sink;
  }

  /** Where rows go. */
  @FunctionalInterface
  interface Sink {

    /** Stores a group and answers it; false where nothing may come after it. */
    boolean take(List<Row> group) throws IOException;
  }

  /**
   * Hands rows on, in order; waits while there are too many.
   *
   * @return false where no more are taken
   * @throws IOException where who sent them cannot be answered any more
   */
  boolean hand(List<Row> next) throws IOException {
    lock.lock();
    try {
      while (rows.size() >= MOST && goesOn()) {
        moved.awaitUninterruptibly();
      }
      if (goesOn()) {
        rows.addAll(next);
        if (!busy) {
          busy = true;
          storing.execute(this::store);
        }
      }
      return went();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all that was handed on is stored and answered; answers as {@link #hand}. */
  boolean finish() throws IOException {
    settle();
    lock.lock();
    try {
      return went();
    } finally {
      lock.unlock();
    }
  }

  /** The same, whatever became of it. */
  void settle() {
    lock.lock();
    try {
      while (busy) {
        moved.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean goesOn() {
    return !ended && broken == null;
  }

  private boolean went() throws IOException {
    switch (broken) {
      case null -> {}
      case IOException gone -> throw gone;
      case RuntimeException failure -> throw failure;
      default -> throw new IllegalStateException(broken);
    }
    return !ended;
  }

  private void store() {
    List<Row> group = next();
    while (!group.isEmpty()) {
      boolean more = false;
      @Nullable Exception failure = null;
      try {
        more = sink.take(group);
      } catch (IOException | RuntimeException gone) {
        failure = gone;
      } finally {
        told(more, failure);
      }
      group = next();
    }
  }

  private void told(boolean more, @Nullable Exception failure) {
    lock.lock();
    try {
      broken = broken == null ? failure : broken;
      // Who cannot be answered any more sent what is here all the same: it is stored.
      ended |= !more && !(failure instanceof IOException);
    } finally {
      lock.unlock();
    }
  }

  private List<Row> next() {
    lock.lock();
    try {
      List<Row> group = new ArrayList<>();
      while (!ended && group.size() < GroupCommit.MOST && !rows.isEmpty()) {
        group.add(rows.remove());
      }
      busy = !group.isEmpty();
      moved.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }
}
