package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the stack of a data folder, whoever started it. */
final class Down {

  /** Four groups of children, each with its own bound; all of them late is the worst case. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final DataFolder data;
  private final Duration leftoverPatience;

  Down(DataFolder data) {
    this(data, Leftovers.PATIENCE);
  }

  Down(DataFolder data, Duration leftoverPatience) {
    this.data = data;
    this.leftoverPatience = leftoverPatience;
  }

  void run() {
    Optional<RunFile> live = RunFile.live(data);
    Optional<ProcessHandle> launcher = live.flatMap(run -> run.launcher().find());
    if (launcher.isPresent()) {
      end(launcher.get());
    }
    Leftovers leftovers = Leftovers.of(data);
    boolean any = launcher.isPresent() || !leftovers.isEmpty();
    leftovers.awaitEnd(leftoverPatience);
    Optional<ProcessHandle> database = data.databaseServer();
    if (database.isPresent()) {
      end(database.get());
    }
    try {
      Files.deleteIfExists(data.runFile());
    } catch (IOException e) {
      throw new Trouble("cannot remove " + data.runFile() + ": " + e.getMessage(), e);
    }
    Say.line(
        any || database.isPresent()
            ? "Warm Handoff is stopped. What it keeps stays in " + data.path()
            : "Warm Handoff was not running on " + data.path());
  }

  /** Asks the process to end in order, and waits for it. */
  private static void end(ProcessHandle process) {
    if (!process.destroy()) {
      throw new Trouble("process " + process.pid() + " belongs to someone else");
    }
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      // Its children end by themselves when it is gone.
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of a process cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
