package org.warmhandoff.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of a launcher that was killed. Their pipe is closed, so they are ending by themselves;
 * they are waited for, and ended by force only when that takes too long.
 */
final class Leftovers {

  /** Above the fifteen seconds after which a leash lets go without ceremony. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration FORCED = Duration.ofSeconds(10);

  private final List<ProcessHandle> processes;

  private Leftovers(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  static Leftovers of(DataFolder data) {
    return new Leftovers(
        RunFile.read(data).filter(run -> run.launcher().find().isEmpty()).stream()
            .flatMap(run -> run.children().stream())
            .map(child -> child.process().find())
            .flatMap(Optional::stream)
            .toList());
  }

  boolean isEmpty() {
    return processes.isEmpty();
  }

  /** Returns when all have ended. */
  void awaitEnd(Duration patience) {
    if (processes.isEmpty()) {
      return;
    }
    Say.line(
        "Waiting for the programs of an earlier run to end (%d) …".formatted(processes.size()));
    if (!ended(patience)) {
      processes.forEach(ProcessHandle::destroyForcibly);
      if (!ended(FORCED)) {
        throw new Trouble(
            "these processes of an earlier run cannot be ended: "
                + processes.stream()
                    .filter(ProcessHandle::isAlive)
                    .map(ProcessHandle::pid)
                    .toList());
      }
    }
  }

  private boolean ended(Duration patience) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of a process cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
