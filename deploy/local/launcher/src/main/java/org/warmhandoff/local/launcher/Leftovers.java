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

  private static final Duration PATIENCE = Duration.ofSeconds(20);

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

  void awaitEnd() {
    if (processes.isEmpty()) {
      return;
    }
    Say.line("Waiting for %d processes of an earlier run to end …".formatted(processes.size()));
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      processes.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for the end of a process cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
