package org.warmhandoff.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process that holds a data folder, which outlives whoever started it: it is its own
 * process group and has no pipe to anybody. Signals reach it although it may run in a user
 * namespace of its own, where pg_ctl would have to be started too.
 */
record Postmaster(ProcessHandle process) {

  private static final long FAST_SECONDS = 10;
  private static final long IMMEDIATE_SECONDS = 5;

  /**
   * Finds the server that serves this folder. A pid file whose process is gone or is something else
   * by now is removed: PostgreSQL would refuse to start over another program's process number.
   */
  static Optional<Postmaster> of(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<Postmaster> found =
        lines.isEmpty()
            ? Optional.empty()
            : ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, cluster))
                .map(Postmaster::new);
    if (found.isEmpty()) {
      System.err.println("database: removing the pid file of a server that is gone");
      Files.deleteIfExists(pidFile);
    }
    return found;
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      if (Files.isSymbolicLink(folder)) {
        // A postmaster works inside its data folder.
        return Files.readSymbolicLink(folder).equals(cluster.toRealPath());
      }
    } catch (IOException e) {
      System.err.println("database: " + process.pid() + " cannot be looked at: " + e.getMessage());
    }
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(cluster.toString()))
        .isPresent();
  }

  /** Fast shutdown: sessions are ended, everything is written; harder when that takes too long. */
  void stop() {
    if (!ended("INT", FAST_SECONDS) && !ended("QUIT", IMMEDIATE_SECONDS)) {
      throw new IllegalStateException("server process " + process.pid() + " does not stop");
    }
  }

  /** Blocks until the server process is gone. */
  void awaitEnd() throws InterruptedException {
    try {
      process.onExit().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean ended(String signal, long seconds) {
    try {
      // The shell's own kill: small images have no program of that name.
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .start()
          .waitFor();
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("server process cannot be signalled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
