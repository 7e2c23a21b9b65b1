package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who listens on a port, as far as /proc lets this user see. */
final class PortOwner {

  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** A phrase to put behind "is taken": the owner's pid and program, or nothing. */
  static String describe(int port) {
    ProcessHandle owner = find(port);
    if (owner == null) {
      return "";
    }
    String program = owner.info().command().map(c -> ", " + Path.of(c).getFileName()).orElse("");
    return " by process " + owner.pid() + program;
  }

  static @Nullable ProcessHandle find(int port) {
    Set<String> inodes = new HashSet<>();
    collect(Path.of("/proc/net/tcp"), port, inodes);
    collect(Path.of("/proc/net/tcp6"), port, inodes);
    if (inodes.isEmpty()) {
      return null;
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), inodes))
        .findFirst()
        .orElse(null);
  }

  private static void collect(Path table, int port, Set<String> inodes) {
    if (!Files.isReadable(table)) {
      return;
    }
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] columns = line.trim().split("\\s+", -1);
        if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
          inodes.add("socket:[" + columns[9] + "]");
        }
      }
    } catch (IOException unreadable) {
      inodes.clear(); // the owner's name is a courtesy: without it the port is named alone
    }
  }

  private static boolean holds(long pid, Set<String> inodes) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)
            && inodes.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
      return false;
    } catch (IOException | java.nio.file.DirectoryIteratorException notOurs) {
      return false; // another user's process, or one that has just ended
    }
  }
}
