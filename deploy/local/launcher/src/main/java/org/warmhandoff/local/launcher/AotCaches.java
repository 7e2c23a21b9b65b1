package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loaded and linked classes of each program, kept in a file that the next start maps instead of
 * loading them again (JEP 483 and 515). One file fits one build and one Java: its name carries the
 * hash of both, and Java itself checks again and starts without it where it does not fit.
 */
record AotCaches(Path folder) implements Caches {

  static AotCaches of(Installation installation) {
    return new AotCaches(installation.root().resolve("target").resolve("aot"));
  }

  @Override
  public List<String> flags(Program program) {
    Path cache = cache(program);
    return Files.isRegularFile(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  /** Flags of a training start, which writes down what was loaded when it ends. */
  Caches recording() {
    return program ->
        List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration(program));
  }

  /** Flags that make the cache from what a training start wrote down. */
  Caches creating() {
    return program ->
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + configuration(program),
            "-XX:AOTCache=" + draft(program));
  }

  Path cache(Program program) {
    return folder.resolve(program.name() + "-" + fingerprint(program) + ".aot");
  }

  Path draft(Program program) {
    return folder.resolve(program.name() + ".draft");
  }

  Path configuration(Program program) {
    return folder.resolve(program.name() + ".conf");
  }

  /** Name, length and time of every jar beside the program's, and the Java that runs it. */
  private static String fingerprint(Program program) {
    Path home = program.jar().toAbsolutePath().getParent();
    if (home == null) {
      throw new IllegalArgumentException("an absolute file lies in a folder");
    }
    try (Stream<Path> files = Files.walk(home, 3)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
      for (Path jar : jars) {
        String line =
            home.relativize(jar)
                + " "
                + Files.size(jar)
                + " "
                + Files.getLastModifiedTime(jar).toMillis();
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
