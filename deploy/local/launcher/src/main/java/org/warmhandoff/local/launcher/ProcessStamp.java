package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells one process from every other that may ever carry its number: the number and when it
 * started.
 */
record ProcessStamp(long pid, String started) {

  /** Field 22 of /proc/PID/stat, counted after the command's closing parenthesis (see proc(5)). */
  private static final int START_TIME_AFTER_COMMAND = 19;

  static Optional<ProcessStamp> of(ProcessHandle process) {
    return started(process).map(start -> new ProcessStamp(process.pid(), start));
  }

  /** The process this identity was taken from, if it still runs. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).map(started::equals).orElse(false));
  }

  private static Optional<String> started(ProcessHandle process) {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (!Files.isReadable(stat)) {
      return process.info().startInstant().map(Instant::toString);
    }
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      // Ticks since boot do not move when the wall clock is set; the boot tells machines' lives
      // apart.
      return Optional.of(boot + "/" + fields[START_TIME_AFTER_COMMAND]);
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
