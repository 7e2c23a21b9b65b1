package org.warmhandoff.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work side by side, in order for what bears the same key. Bounded: who gives work waits while the
 * key's lane is full. The first failure ends all lanes.
 */
final class Lanes implements AutoCloseable {

  private static final int WAITING = 8;
  private static final Runnable END = () -> {};

  private final List<BlockingQueue<Runnable>> queues = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  private final AtomicBoolean told = new AtomicBoolean();

  Lanes(int count) {
    for (int i = 0; i < count; i++) {
      BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
      queues.add(queue);
      threads.add(Thread.ofVirtual().name("lane-" + i).start(() -> run(queue)));
    }
  }

  /** Runs the work after all work given before it with the same key. */
  void give(String key, Runnable work) {
    throwFailure();
    put(queues.get(Math.floorMod(key.hashCode(), queues.size())), work);
  }

  /** Waits until all that was given is done; throws the first failure. */
  @Override
  public void close() {
    queues.forEach(queue -> put(queue, END));
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        threads.forEach(Thread::interrupt);
        Thread.currentThread().interrupt();
        return;
      }
    }
    throwFailure();
  }

  /** Throws it once: whoever was told by giving is not told again by closing. */
  private void throwFailure() {
    RuntimeException first = failure.get();
    if (first != null && told.compareAndSet(false, true)) {
      throw first;
    }
  }

  private static void put(BlockingQueue<Runnable> queue, Runnable work) {
    try {
      queue.put(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while giving work", e);
    }
  }

  /** After a failure the rest is taken and left undone, so that whoever gives work never hangs. */
  private void run(BlockingQueue<Runnable> queue) {
    try {
      for (Runnable work = queue.take(); work != END; work = queue.take()) {
        if (failure.get() == null) {
          try {
            work.run();
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
