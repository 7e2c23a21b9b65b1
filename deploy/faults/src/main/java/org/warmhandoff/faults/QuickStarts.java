package org.warmhandoff.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has the launcher prepare start-up caches of the woven programs: they die often, and come back.
 */
final class QuickStarts {

  private QuickStarts() {}

  static void prepare(Path programs) throws IOException, InterruptedException {
    System.out.println("Preparing quick starts of the copy …");
    Process launcher =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-Dhandoff.root=" + programs,
                    "-cp",
                    jar(programs, "launcher") + File.pathSeparator + jar(programs, "leash"),
                    "org.warmhandoff.local.launcher.Launcher",
                    "train"))
            .inheritIO()
            .start();
    if (launcher.waitFor() != 0) {
      System.out.println("No quick starts: restarts take longer, and work as well.");
    }
  }

  private static Path jar(Path programs, String module) throws IOException {
    Path target = programs.resolve("deploy/local").resolve(module).resolve("target");
    try (Stream<Path> jars = Files.list(target)) {
      return jars.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
