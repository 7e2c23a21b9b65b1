package org.warmhandoff.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the programs of the local stack are: in the build's copy, else in the source tree. */
final class Programs {

  private Programs() {}

  static Path jar(String program) {
    Path target = root().resolve("deploy/local").resolve(program).resolve("target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        List<Path> jars =
            files
                .filter(file -> file.getFileName().toString().matches(program + "-[0-9].*\\.jar"))
                .toList();
        if (jars.size() == 1) {
          return jars.getFirst();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no jar in " + target + ": build with ./handoff build");
  }

  /** A service as it was built. */
  static Path service(String name) {
    return built(root().resolve(name));
  }

  /** What is only ever measured: not in the copy that is run. */
  static Path measured(String name) {
    return built(Path.of(System.getProperty("handoff.root", "")).resolve("deploy").resolve(name));
  }

  private static Path built(Path module) {
    Path jar = module.resolve("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: build with ./handoff build");
    }
    return jar;
  }

  private static Path root() {
    String programs = System.getenv("HANDOFF_PROGRAMS");
    return Path.of(programs != null ? programs : System.getProperty("handoff.root", ""));
  }
}
