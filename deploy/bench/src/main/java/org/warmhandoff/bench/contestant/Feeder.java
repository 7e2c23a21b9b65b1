package org.warmhandoff.bench.contestant;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Tells a task's events from several threads: at a steady rate whatever the answers take, or as
 * fast as they come.
 */
final class Feeder {

  /** Opens a teller for one thread. */
  interface Tellers {
    Teller open() throws SQLException;
  }

  private static final Duration SAY = Duration.ofMillis(500);

  private final Task task;
  private final Tellers tellers;
  private final long[] commits;
  private final AtomicLongArray told = new AtomicLongArray(Task.TELLERS);
  private final AtomicLongArray processor = new AtomicLongArray(Task.TELLERS);

  Feeder(Task task, Tellers tellers) {
    this.task = task;
    this.tellers = tellers;
    this.commits = new long[task.load() ? 0 : task.count()];
  }

  /** Blocks until all is told, and says how far it is on the way. */
  void run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Task.TELLERS; i++) {
      int own = i;
      threads.add(Thread.ofPlatform().name("teller-" + i).start(() -> tell(own, start)));
    }
    for (Thread thread : threads) {
      while (!thread.join(SAY)) {
        say("FED");
      }
    }
    if (!task.load()) {
      write();
    }
    say("FED-ALL");
  }

  private void say(String what) {
    System.out.println(what + " " + sum(told) + " " + sum(processor));
  }

  private static long sum(AtomicLongArray values) {
    return LongStream.range(0, values.length()).map(i -> values.get((int) i)).sum();
  }

  private void tell(int own, long start) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int step = task.load() ? Task.LOAD_BATCH : 1;
    try (Teller teller = tellers.open()) {
      List<Sample> transaction = new ArrayList<>(step);
      for (int i = first(own); i < task.count(); i += Task.TELLERS) {
        transaction.add(Sample.of(task.from() + i));
        if (transaction.size() == step || i + Task.TELLERS >= task.count()) {
          awaitTurn(start, i);
          long committed = teller.tell(transaction);
          if (!task.load()) {
            commits[i] = committed;
          }
          told.addAndGet(own, transaction.size());
          processor.set(own, threads.getCurrentThreadCpuTime());
          transaction.clear();
        }
      }
    } catch (SQLException | RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** The first of this thread's: a key, and so its order, belongs to one thread over all lives. */
  private int first(int own) {
    return Math.floorMod(own - task.from(), Task.TELLERS);
  }

  private void awaitTurn(long start, int index) {
    if (task.load()) {
      return;
    }
    long due = start + index * 1_000_000_000L / task.rate();
    long left = due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
  }

  private void write() throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(task.folder().resolve(Task.COMMITS))))) {
      for (long commit : commits) {
        out.writeLong(commit);
      }
    }
  }
}
