package org.warmhandoff.incident.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.warmhandoff.eventing.end.EndOfProcess;

/**
 * Single posts wait here for each other: what came while one group was being committed is the next
 * group. Nobody is answered before the commit. Who leaves while waiting leaves nothing behind, or
 * all of it.
 */
@ApplicationScoped
class SinglePosts {

  private static final Logger LOG = Logger.getLogger(SinglePosts.class);

  /** Longer than any commit; then the client is asked to send it again. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For what waits when the service ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(8);

  /**
   * How many posts must wait for each writer to take some: one takes whatever there is, a second
   * goes to work beside it where its commits alone are not enough.
   */
  private static final int[] WRITERS = {1, 16};

  private final GroupCommit commit;
  private final Admission admission;
  private final WaitingLine line = new WaitingLine();
  private final List<Thread> writers = new ArrayList<>();

  SinglePosts(GroupCommit commit, Admission admission) {
    this.commit = commit;
    this.admission = admission;
  }

  void start(@Observes StartupEvent started) {
    for (int least : WRITERS) {
      writers.add(
          Thread.ofPlatform()
              .daemon()
              .name("intake-writer-" + (writers.size() + 1))
              .start(() -> writeOrEnd(least)));
    }
  }

  /** Takes nothing more; what waits is stored first. */
  void stop(@Observes ShutdownEvent ended) {
    line.close();
    long end = System.nanoTime() + FAREWELL.toNanos();
    for (Thread writer : writers) {
      try {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        writer.join(Math.max(1, left));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Takes one report; when it returns, it is stored and will be told.
   *
   * @throws org.warmhandoff.console.problem.Problem 409 where its key stood for other content, a
   *     drill meets a real incident, or it is a copy of a signed post that was taken; 503 where it
   *     could not be stored in time
   */
  Receipt take(Posted posted) {
    Waiting post = new Waiting(posted);
    if (!line.join(post)) {
      throw GroupCommit.busy();
    }
    try {
      return switch (post.verdict().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        case Waiting.Verdict.Answered answered -> answered.taken().receiptOrRefusal();
        case Waiting.Verdict.TakeItAlone() -> commit.alone(posted).receiptOrRefusal();
        case Waiting.Verdict.Failed failed -> throw failed.failure();
      };
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw GroupCommit.busy();
    } catch (TimeoutException | ExecutionException late) {
      throw GroupCommit.busy();
    } finally {
      post.leave();
      if (post.isAlone()) {
        line.done(List.of(post));
      }
    }
  }

  /** Without its writers whoever posts would only wait: then the process must not live. */
  private void writeOrEnd(int least) {
    try {
      write(least);
    } catch (Throwable failed) {
      EndOfProcess.because("a writer of intake has ended", failed);
    }
  }

  private void write(int least) {
    List<Waiting> group = line.next(least, GroupCommit.MOST);
    while (!group.isEmpty()) {
      store(group);
      group = line.next(least, GroupCommit.MOST);
    }
  }

  private void store(List<Waiting> group) {
    Collection<Waiting> settled = group;
    try {
      Optional<List<Taken>> taken = commit.together(group.stream().map(Waiting::posted).toList());
      if (taken.isEmpty()) {
        settled = handBack(group);
      } else {
        answer(group, taken.get());
        admission.stored(group.size());
      }
    } catch (RuntimeException failure) {
      group.forEach(post -> post.verdict().complete(new Waiting.Verdict.Failed(failure)));
    } catch (Error broken) {
      LOG.errorf("a writer of intake met %s", broken.getClass().getName());
      RuntimeException failure = new IllegalStateException("a writer failed", broken);
      group.forEach(post -> post.verdict().complete(new Waiting.Verdict.Failed(failure)));
    } finally {
      line.done(settled);
    }
  }

  /**
   * Of each incident the first post is taken alone; the others wait until it was.
   *
   * @return those nobody waits for any more, and whose incident nothing else is done for
   */
  private Collection<Waiting> handBack(List<Waiting> group) {
    Map<Waiting.Number, Waiting> nobodys = new HashMap<>();
    Set<Waiting.Number> handedBack = new HashSet<>();
    List<Waiting> first = new ArrayList<>();
    List<Waiting> others = new ArrayList<>();
    for (Waiting post : group) {
      if (handedBack.contains(post.number())) {
        if (post.putBack()) {
          others.add(post);
        }
      } else if (post.handBack()) {
        handedBack.add(post.number());
        first.add(post);
        nobodys.remove(post.number());
      } else {
        nobodys.put(post.number(), post);
      }
    }
    // The others are in the line before the first can be done: what comes later stays behind them.
    line.putBack(others);
    first.forEach(Waiting::takeItAlone);
    return nobodys.values();
  }

  private static void answer(List<Waiting> group, List<Taken> taken) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).verdict().complete(new Waiting.Verdict.Answered(taken.get(i)));
    }
  }
}
