package org.warmhandoff.local.database;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder PostgreSQL's programs are unpacked into, once for all data folders. Unpacking that was
 * killed half-way leaves a folder the library can neither use nor finish, so it is cleared first;
 * the lock keeps two starts from clearing each other's.
 */
record Binaries(Path folder) {

  /** Written by the library when a folder is complete. */
  private static final String COMPLETE = ".exists";

  /** What is done with the folder while nobody else touches it. */
  interface Work<T> {
    T with(Path folder) throws IOException;
  }

  static Binaries besideThisJar() {
    try {
      Path jar =
          Path.of(Binaries.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Binaries(jar.resolveSibling("postgresql"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T whileLocked(Work<T> work) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("in-use.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      clearHalfUnpacked();
      return work.with(folder);
    }
  }

  private void clearHalfUnpacked() throws IOException {
    List<Path> broken;
    try (Stream<Path> unpacked = Files.list(folder)) {
      broken =
          unpacked
              .filter(Files::isDirectory)
              .filter(program -> Files.notExists(program.resolve(COMPLETE)))
              .toList();
    }
    for (Path program : broken) {
      delete(program);
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(tree)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
