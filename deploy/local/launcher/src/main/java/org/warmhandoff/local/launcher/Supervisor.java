package org.warmhandoff.local.launcher;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts programs in groups, keeps them running, and stops them group by group in the opposite
 * order.
 */
final class Supervisor {

  /** Above the leash's own fifteen seconds, after which a child ends itself without ceremony. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(18);

  private final Path java;
  private final Path leash;
  private final DataFolder data;
  private final Overrides overrides;
  private final Consumer<String> say;
  private final Runnable changed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<List<Child>> groups = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean stopping;

  Supervisor(
      Path java,
      Path leash,
      DataFolder data,
      Overrides overrides,
      Consumer<String> say,
      Runnable changed) {
    this.java = java;
    this.leash = leash;
    this.data = data;
    this.overrides = overrides;
    this.say = say;
    this.changed = changed;
  }

  /**
   * Starts the programs together; they are stopped as one, before those started earlier.
   *
   * @throws Trouble if the stack is being stopped already
   */
  synchronized List<Child> start(Caches caches, Program... programs) {
    if (stopping) {
      throw new Trouble("stopped while starting");
    }
    List<Child> group = new ArrayList<>();
    for (Program plain : programs) {
      Program program = overrides.on(plain);
      List<String> command = program.command(java, leash, caches.flags(program));
      LogFile log = LogFile.of(data, program.name());
      group.add(new Child(program, command, overrides.firstPause(), log, http, say, changed));
    }
    groups.add(List.copyOf(group));
    group.forEach(Child::start);
    return List.copyOf(group);
  }

  /**
   * Waits until all are ready, and says so for each.
   *
   * @throws Trouble as soon as one cannot be
   */
  void awaitReady(List<Child> children) {
    AtomicReference<@Nullable Trouble> first = new AtomicReference<>();
    together(
        children,
        child -> {
          try {
            child.awaitReady();
            say.accept(
                "  %-22s ready after %s"
                    .formatted(child.program().name(), Say.seconds(child.age())));
          } catch (Trouble trouble) {
            if (first.compareAndSet(null, trouble)) {
              children.forEach(Child::giveUp);
            }
          }
        });
    @Nullable Trouble trouble = first.get();
    if (trouble != null) {
      throw trouble;
    }
  }

  void say(String words) {
    say.accept(words);
  }

  /** Asks everything to end by a signal, last group first, and gives each that long. */
  void terminate(Duration patience) {
    new ArrayList<>(groups)
        .reversed()
        .forEach(group -> together(group, child -> child.terminate(patience)));
  }

  List<Child> children() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** Stops everything, last group first, and returns when all have ended; so does a second call. */
  void stop() {
    boolean mine;
    synchronized (this) {
      mine = !stopping;
      stopping = true;
    }
    if (mine) {
      new ArrayList<>(groups).reversed().forEach(this::stopTogether);
      stopped.countDown();
    }
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopTogether(List<Child> group) {
    together(group, child -> child.stop(STOP_PATIENCE));
  }

  private static void together(List<Child> children, Consumer<Child> work) {
    CompletableFuture.allOf(
            children.stream()
                .map(
                    child ->
                        CompletableFuture.runAsync(
                            () -> work.accept(child), task -> Thread.ofVirtual().start(task)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }
}
