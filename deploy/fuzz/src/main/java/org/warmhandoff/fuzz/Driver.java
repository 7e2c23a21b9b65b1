package org.warmhandoff.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Jazzer calls, in a process of its own; by the names Jazzer looks for. */
public final class Driver {

  private static Target target = Target.REPORT;

  private Driver() {}

  /**
   * Called once, with the target and the folder of its seeds. To take the readers' classes apart
   * lasts longer than any reading may: it is done here, and not with the first input.
   */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    target = Target.of(arguments[0]).orElseThrow();
    Path seeds = Path.of(arguments[1]);
    if (Files.isDirectory(seeds)) {
      try (Stream<Path> files = Files.list(seeds)) {
        for (Path file : files.toList()) {
          warmUp(Files.readAllBytes(file));
        }
      }
    }
  }

  private static void warmUp(byte[] seed) {
    try {
      target.read(seed);
    } catch (IOException | RuntimeException | Breach found) {
      // It is read again, and found then.
    }
  }

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.read(input);
  }
}
