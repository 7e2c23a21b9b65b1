package org.warmhandoff.faults.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A disk of limited size under the folders of the database and the broker, where this machine lets
 * us mount one; elsewhere no disk can be filled, and the report says so.
 */
public final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "3g";
  private static final long PATIENCE_SECONDS = 20;

  private final Path mount;
  private final boolean mounted;

  private SmallDisk(Path mount, boolean mounted) {
    this.mount = mount;
    this.mounted = mounted;
  }

  /** Prepares a data folder whose large folders lie on the small disk. */
  static SmallDisk prepare(Path data) throws IOException {
    Path mount = Files.createTempDirectory("warm-handoff-disk");
    if (run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", mount.toString()))) {
      Files.createDirectories(data);
      // As the launcher would have made it: it takes no folder that holds anything else.
      Files.writeString(data.resolve("release"), "1\n");
      for (String folder : List.of("database", "kafka")) {
        Files.createDirectory(mount.resolve(folder));
        Files.createSymbolicLink(data.resolve(folder), mount.resolve(folder));
      }
      return new SmallDisk(mount, true);
    }
    Files.delete(mount);
    return new SmallDisk(data, false);
  }

  /** Prepares a data folder whose large folders lie on the small disk. */
  public static SmallDisk under(Path data) {
    try {
      return prepare(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it can be filled. */
  public boolean isLimited() {
    return mounted;
  }

  /** Leaves no byte free. */
  public void fill() {
    if (mounted) {
      // Ends with an error when it is full, which is what is wanted.
      run(List.of("dd", "if=/dev/zero", "of=" + mount.resolve("ballast"), "bs=1M", "status=none"));
    }
  }

  /** Makes room again. */
  public void relieve() {
    try {
      Files.deleteIfExists(mount.resolve("ballast"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an empty folder in the broker's place; the old one is gone with the process. */
  public void swapKafka(Path data) {
    try {
      Path folder = data.resolve("kafka").toRealPath();
      Path lost = folder.resolveSibling("lost-" + System.nanoTime());
      Files.move(folder, lost);
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (mounted && run(List.of("umount", "--lazy", mount.toString()))) {
      try {
        Files.deleteIfExists(mount);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
