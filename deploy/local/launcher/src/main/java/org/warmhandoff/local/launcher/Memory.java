package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Proportional set size: what a process holds, with pages it shares counted in parts. Only Linux
 * tells it.
 */
final class Memory {

  private Memory() {}

  /** Kibibytes of one process; empty where it cannot be read. */
  static OptionalLong ofProcess(long pid) {
    return read(pid).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Kibibytes of the processes and everything they started; empty where it cannot be read. */
  static OptionalLong ofTrees(Collection<ProcessHandle> processes) {
    Set<Long> pids = new HashSet<>();
    for (ProcessHandle process : processes) {
      pids.add(process.pid());
      process.descendants().forEach(descendant -> pids.add(descendant.pid()));
    }
    long sum = 0;
    boolean any = false;
    for (long pid : pids) {
      Optional<Long> size = read(pid);
      any |= size.isPresent();
      sum += size.orElse(0L);
    }
    return any ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static Optional<Long> read(long pid) {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try (var lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")));
    } catch (IOException | java.io.UncheckedIOException endedOrNotLinux) {
      return Optional.empty();
    }
  }
}
