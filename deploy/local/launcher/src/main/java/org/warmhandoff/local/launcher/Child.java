package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program while it runs: started, watched, started again when it dies. Its standard input is a
 * pipe that only this launcher holds; the program ends when that closes.
 */
final class Child {

  private static final Duration POLL = Duration.ofMillis(40);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** One that ran this long before it died is started again without delay. */
  private static final Duration HEALTHY_RUN = Duration.ofMinutes(1);

  private final Program program;
  private final List<String> command;
  private final Duration firstPause;
  private final LogFile log;
  private final HttpClient http;
  private final Consumer<String> say;
  private final Runnable changed;
  private final CountDownLatch stopping = new CountDownLatch(1);

  private @Nullable Process process;
  private long startedNanos;
  private long logOffset;
  private int restarts;
  private boolean wasReady;
  private Duration pause;

  Child(
      Program program,
      List<String> command,
      Duration firstPause,
      LogFile log,
      HttpClient http,
      Consumer<String> say,
      Runnable changed) {
    this.program = program;
    this.command = command;
    this.firstPause = firstPause;
    this.pause = firstPause;
    this.log = log;
    this.http = http;
    this.say = say;
    this.changed = changed;
  }

  Program program() {
    return program;
  }

  synchronized int restarts() {
    return restarts;
  }

  synchronized Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  /** Starts the program for the first time; {@link #awaitReady()} says whether it came up. */
  void start() {
    log.rotate();
    launch();
    changed.run();
  }

  /**
   * Whoever hears of a change asks every program how it is: so nobody is told while this one's lock
   * is held.
   */
  private synchronized void launch() {
    if (isStopping()) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("HANDOFF_"));
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().putAll(program.environment());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    logOffset = log.length();
    startedNanos = System.nanoTime();
    try {
      Process started = builder.start();
      process = started;
      var _ = started.onExit().thenAccept(this::ended);
    } catch (IOException e) {
      throw new Trouble("cannot start " + program.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Waits until the program serves.
   *
   * @throws Trouble if it ends first, or takes longer than it may; with the end of its log
   */
  void awaitReady() {
    long deadline = System.nanoTime() + program.patience().toNanos();
    while (!isReady()) {
      if (isStopping()) {
        throw new Trouble("stopped while starting");
      }
      if (handle().isEmpty()) {
        throw new Trouble(program.name() + " ended" + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new Trouble(
            "%s was not ready after %d s%s"
                .formatted(program.name(), program.patience().toSeconds(), lastWords()));
      }
      pause(POLL);
    }
    synchronized (this) {
      wasReady = true;
    }
  }

  Duration age() {
    synchronized (this) {
      return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
  }

  private boolean isReady() {
    @Nullable String health = program.health();
    if (health == null) {
      return log.says("READY", offset());
    }
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(health)).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }

  private synchronized long offset() {
    return logOffset;
  }

  private String lastWords() {
    return ". The end of %s:%n  %s"
        .formatted(log.path(), String.join(System.lineSeparator() + "  ", log.tail(20)));
  }

  private void ended(Process dead) {
    Duration delay;
    synchronized (this) {
      if (isStopping() || !wasReady || dead != process) {
        return;
      }
      delay =
          Duration.ofNanos(System.nanoTime() - startedNanos).compareTo(HEALTHY_RUN) > 0
              ? Duration.ZERO
              : pause;
      pause = delay.isZero() ? firstPause : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      restarts++;
    }
    say.accept(
        "%s ended (exit code %d), starting it again%s; its log: %s"
            .formatted(
                program.name(),
                dead.exitValue(),
                delay.isZero() ? "" : " in " + Say.seconds(delay),
                log.path()));
    restart(delay);
    changed.run();
  }

  private void restart(Duration delay) {
    Thread.ofVirtual().name("restart " + program.name()).start(() -> again(delay));
  }

  private void again(Duration delay) {
    if (!delay.isZero() && pause(delay)) {
      return;
    }
    try {
      launch();
    } catch (Trouble cannot) {
      // Nothing was started, so nothing will end: it has to be tried again from here.
      say.accept(cannot.getMessage());
      restart(LONGEST_PAUSE);
      return;
    }
    changed.run();
    try {
      awaitReady();
      say.accept("%s is back after %s".formatted(program.name(), Say.seconds(age())));
    } catch (Trouble still) {
      if (!isStopping() && handle().isPresent()) {
        say.accept(still.getMessage());
      }
    }
    changed.run();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Waits, unless the program is to stop; tells whether it is. */
  private boolean pause(Duration time) {
    try {
      return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Neither waits for the program any longer nor starts it again. */
  void giveUp() {
    stopping.countDown();
  }

  /** Asks the program to end by a signal, which lets it take more time than its leash would. */
  void terminate(Duration patience) {
    giveUp();
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running != null) {
      running.destroy();
      try {
        running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Asks the program to end by closing its pipe; ends it by force when it does not in time. */
  void stop(Duration patience) {
    giveUp();
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running == null) {
      return;
    }
    try {
      running.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // the program has ended by itself, or will be ended by force below
    }
    try {
      if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        say.accept(
            "%s did not stop within %d s and was ended by force"
                .formatted(program.name(), patience.toSeconds()));
        running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    }
  }
}
