package org.warmhandoff.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Processor time of processes, as Linux counts it. */
public final class Cpu {

  /** The kernel tells times in these, whatever its own clock runs at (proc(5), USER_HZ). */
  private static final double TICKS_PER_SECOND = 100;

  private static final Path PROC = Path.of("/proc");

  private Cpu() {}

  /**
   * What one line of {@code /proc/PID/stat} says, times in ticks.
   *
   * @param own in user and kernel mode
   * @param reaped the same of children that have ended and been waited for
   */
  record Stat(long pid, long parent, long own, long reaped) {

    /** The program's name is in parentheses and may hold anything, also parentheses. */
    static Stat parse(String line) {
      int open = line.indexOf('(');
      int close = line.lastIndexOf(')');
      if (open < 0 || close < open) {
        throw new IllegalArgumentException("not a stat line: " + line);
      }
      // The third field of proc(5) is the first after the name.
      String[] fields = line.substring(close + 1).strip().split(" ", -1);
      return new Stat(
          Long.parseLong(line.substring(0, open).strip()),
          Long.parseLong(fields[1]),
          Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
          Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
    }
  }

  /** Seconds a process has used; empty when it is gone. */
  public static Optional<Double> of(long pid) {
    return stat(pid).map(stat -> stat.own() / TICKS_PER_SECOND);
  }

  /**
   * Seconds a server and all processes it ever started have used: those that run, and those that
   * have ended.
   */
  public static double ofServer(long pid) {
    Stat server =
        stat(pid).orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
    long children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .flatMap(child -> stat(child.pid()).stream())
            .mapToLong(child -> child.own() + child.reaped())
            .sum();
    return (server.own() + server.reaped() + children) / TICKS_PER_SECOND;
  }

  private static Optional<Stat> stat(long pid) {
    try {
      return Optional.of(
          Stat.parse(Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // Read while it ended: the kernel says ESRCH.
      return Optional.empty();
    }
  }
}
