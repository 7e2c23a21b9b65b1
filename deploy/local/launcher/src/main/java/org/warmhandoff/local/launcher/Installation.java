package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the built programs lie, and the Java that runs them.
 *
 * @param root the project's folder
 * @param programs a folder laid out as the project is: the project itself, or the copy that {@code
 *     ./handoff build} makes so that a later build touches nothing that runs
 */
record Installation(Path root, Path programs) {

  static Installation here() {
    Path root = Path.of(System.getProperty("handoff.root", "")).toAbsolutePath().normalize();
    @Nullable String programs = System.getenv("HANDOFF_PROGRAMS");
    return new Installation(
        root, programs == null ? root : Path.of(programs).toAbsolutePath().normalize());
  }

  Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A part of the local stack, packaged as a jar beside its libraries. */
  Path localJar(String module) {
    return jarIn(programs.resolve("deploy/local").resolve(module).resolve("target"), module);
  }

  Path serviceJar(String service) {
    return programs.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static Path jarIn(Path target, String module) {
    if (!Files.isDirectory(target)) {
      throw new Trouble(module + " is not built: ./handoff build does that");
    }
    try (var entries = Files.list(target)) {
      List<Path> jars =
          entries
              .filter(
                  file -> {
                    String name = file.getFileName().toString();
                    return name.startsWith(module + "-")
                        && name.endsWith(".jar")
                        && !name.endsWith("-sources.jar")
                        && !name.endsWith("-tests.jar");
                  })
              .sorted()
              .toList();
      if (jars.isEmpty()) {
        throw new Trouble(module + " is not built: ./handoff build does that");
      }
      return jars.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
