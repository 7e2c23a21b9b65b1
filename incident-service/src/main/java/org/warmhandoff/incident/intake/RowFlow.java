package org.warmhandoff.incident.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rows between who reads them and who stores and answers them: while one group is being committed,
 * the next is read. There are never more than two groups of them, however long the stream, and
 * never more bytes than its share of what all streams may hold.
 */
final class RowFlow {

  private static final int MOST = 2 * GroupCommit.MOST;

  /** Where groups take longer, they are made smaller: who waits for answers must get some. */
  private static final long LONG = 1_000_000_000L;

  /** Where a full group is stored faster, the next may be larger. */
  private static final long SHORT = LONG / 4;

  private static final int FIRST = 32;
  private static final int LEAST = 8;

  private final Executor storing;
  private final Sink sink;
  private final Room.Share share;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Deque<Row> rows = new ArrayDeque<>();
  private int most = FIRST;
  private boolean busy;
  private boolean ended;
  private @Nullable Throwable broken;

  RowFlow(Executor storing, Room room, Sink sink) {
    this.storing = storing;
    this.share = room.share();
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
    long bytes = bytes(next);
    share.enter(bytes);
    boolean in = false;
    lock.lock();
    try {
      while (rows.size() >= MOST && goesOn()) {
        moved.awaitUninterruptibly();
      }
      if (goesOn() && !next.isEmpty()) {
        in = true;
        rows.addAll(next);
        if (!busy) {
          start();
        }
      }
      return went();
    } finally {
      lock.unlock();
      if (!in) {
        share.leave(bytes);
      }
    }
  }

  private void start() {
    boolean started = false;
    try {
      busy = true;
      storing.execute(this::store);
      started = true;
    } finally {
      if (!started) {
        stop();
      }
    }
  }

  /** Nobody stores any more; what is left is dropped, and whoever waits is told. */
  private void stop() {
    lock.lock();
    try {
      share.leave(bytes(rows));
      rows.clear();
      ended = true;
      busy = false;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long bytes(Collection<Row> rows) {
    return rows.stream().mapToLong(Row::bytes).sum();
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
    boolean orderly = false;
    try {
      List<Row> group = next();
      while (!group.isEmpty()) {
        boolean more = false;
        long begun = System.nanoTime();
        @Nullable Throwable failure = null;
        try {
          more = sink.take(group);
        } catch (Throwable gone) {
          // An Error, too: whoever reads waits for this thread.
          failure = gone;
        }
        told(more, failure, bytes(group));
        most = after(most, group.size(), System.nanoTime() - begun);
        group = next();
      }
      orderly = true;
    } finally {
      if (!orderly) {
        stop();
      }
    }
  }

  /** How many rows the next group may have, after one of so many took so long. */
  static int after(int most, int size, long nanos) {
    if (nanos > LONG) {
      return Math.max(LEAST, Math.min(most, size) / 2);
    }
    return size == most && nanos < SHORT ? Math.min(GroupCommit.MOST, 2 * most) : most;
  }

  private void told(boolean more, @Nullable Throwable failure, long bytes) {
    share.leave(bytes);
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
      Load load = new Load();
      while (!ended && load.hasRoom(most) && !rows.isEmpty()) {
        Row row = rows.remove();
        group.add(row);
        load.add(row);
      }
      if (ended) {
        share.leave(bytes(rows));
        rows.clear();
      }
      busy = !group.isEmpty();
      moved.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }
}
