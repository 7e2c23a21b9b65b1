package org.warmhandoff.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where things stand in the source tree. */
final class House {

  private House() {}

  /** The top of the source tree: system property {@code handoff.root}, else found from here. */
  static Path root() {
    String told = System.getProperty("handoff.root");
    if (told != null && !told.isBlank()) {
      return Path.of(told);
    }
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.exists(folder.resolve("pom.xml"))
          && Files.isDirectory(folder.resolve("contracts"))) {
        return folder;
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("not inside the source tree, and handoff.root is not set");
  }

  /** The jar of a program under deploy/local, its libraries beside it in lib/. */
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
        throw new IllegalStateException("cannot look into " + target, e);
      }
    }
    throw new IllegalStateException(
        "no jar in " + target + ": build with `mvn verify -pl <module> -am`, not `mvn test`");
  }

  /** The demo people and clients the identity provider is started with. */
  static Path demo(String file) {
    return root().resolve("deploy/local/identity/src/main/resources/demo").resolve(file);
  }
}
