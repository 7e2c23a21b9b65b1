package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Everything a stack keeps: database, log of events, secrets, clock, logs. Nothing is kept anywhere
 * else.
 */
record DataFolder(Path path) {

  /**
   * Raised when a folder written by this release can no longer be read by the one before. An older
   * folder starts; a newer one is refused.
   */
  static final int RELEASE = 1;

  private static final String OWNER_ONLY = "rwx------";

  /**
   * Makes the folder, or checks that this release may use it.
   *
   * @throws Trouble if a newer release wrote it, or if it holds something else
   */
  void open() {
    try {
      if (Files.exists(releaseFile())) {
        mustNotBeNewer(Files.readString(releaseFile()).strip());
      } else if (Files.exists(path) && !isEmpty()) {
        throw new Trouble(
            path + " is not empty and was not made by Warm Handoff: choose another with --data");
      }
      Files.createDirectories(path);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
      }
      Files.writeString(releaseFile(), RELEASE + "\n");
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new Trouble("cannot use the data folder " + path + ": " + e.getMessage(), e);
    }
  }

  private void mustNotBeNewer(String written) {
    int release;
    try {
      release = Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new Trouble("cannot read the release number in " + releaseFile(), e);
    }
    if (release > RELEASE) {
      throw new Trouble(
          """
          %s was written by a newer release of Warm Handoff (data release %d, this one reads up to %d).
          Nothing was changed. Start it with that release, or choose another folder with --data."""
              .formatted(path, release, RELEASE));
    }
  }

  private boolean isEmpty() throws IOException {
    try (var entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        // A detached start opens its own log here before it opens the folder.
        if (!entry.equals(logs())) {
          return false;
        }
      }
      return true;
    }
  }

  Path releaseFile() {
    return path.resolve("release");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  Path clock() {
    return path.resolve("clock");
  }

  Path database() {
    return path.resolve("database");
  }

  private Path cluster() {
    return database().resolve("cluster");
  }

  Path identity() {
    return path.resolve("identity");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  /** Held by the launcher that runs this folder, for as long as it lives. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Who runs this folder at the moment, for the other verbs. */
  Path runFile() {
    return path.resolve("run.json");
  }

  Path demoMark() {
    return path.resolve("demo-loaded");
  }

  /** The database server's own process, which outlives everything else that is killed. */
  Optional<ProcessHandle> databaseServer() {
    Path pidFile = cluster().resolve("postmaster.pid");
    if (!Files.isReadable(pidFile)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(pidFile).stream()
          .findFirst()
          .map(String::strip)
          .map(Long::parseLong)
          .flatMap(ProcessHandle::of)
          .filter(ProcessHandle::isAlive)
          .filter(this::servesThisFolder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException half) {
      return Optional.empty(); // being written at this moment
    }
  }

  private boolean servesThisFolder(ProcessHandle server) {
    Path workingFolder = Path.of("/proc", Long.toString(server.pid()), "cwd");
    try {
      return Files.exists(workingFolder) && Files.isSameFile(workingFolder, cluster());
    } catch (IOException notOurs) {
      return false;
    }
  }
}
