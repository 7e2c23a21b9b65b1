package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the built programs lie, and the Java that runs them.
 *
 * @param root the project's folder
 */
record Installation(Path root) {

  static Installation here() {
    String root = System.getProperty("handoff.root", "");
    return new Installation(Path.of(root).toAbsolutePath().normalize());
  }

  Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A part of the local stack, packaged as a jar beside its libraries. */
  Path localJar(String module) {
    return jarIn(root.resolve("deploy/local").resolve(module).resolve("target"), module);
  }

  Path serviceJar(String service) {
    return root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
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
