package org.warmhandoff.local.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Access;

/**
 * How the Java machine of a program is set. All are small enough that eight of them fit beside a
 * database.
 */
public final class JavaMachine {

  private static final int HEAP_MEGABYTES = 160;

  /** Intake's has room for its young generation besides. */
  private static final int INTAKE_HEAP_MEGABYTES = 192;

  private static final String LEASH = "org.warmhandoff.local.leash.Leash";

  /** What the second compiler makes does not pay itself back in a program that has little to do. */
  private static final List<String> QUIET =
      List.of("-Xms16m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m");

  /**
   * Intake alone has to carry thousands of posts a second, and there the second compiler pays. A
   * young generation of a few megabytes would be collected so often at that rate that posts which
   * only wait for their commit are copied by one collection after another; where those that survive
   * one do not fit beside each other, they grow old, and everybody waits for the old to be
   * collected.
   */
  private static final List<String> BUSY =
      List.of(
          "-Xms112m",
          "-Xmn96m",
          "-XX:SurvivorRatio=4",
          "-XX:TieredStopAtLevel=4",
          "-XX:ReservedCodeCacheSize=96m");

  /** Somebody waits for each decision, and there are hundreds a second where much happens. */
  private static final List<String> QUICK =
      List.of("-Xms112m", "-Xmn64m", "-XX:TieredStopAtLevel=4", "-XX:ReservedCodeCacheSize=96m");

  private JavaMachine() {}

  /** The most the heap of a service may grow to, in megabytes. */
  public static int heapMegabytes(String service) {
    return service.equals(Access.INCIDENT_SERVICE) ? INTAKE_HEAP_MEGABYTES : HEAP_MEGABYTES;
  }

  /**
   * The flags of a program's Java machine.
   *
   * @param program as it stands in status
   * @param heapMegabytes the most its heap may grow to
   */
  public static List<String> flags(String program, int heapMegabytes) {
    List<String> flags = new ArrayList<>();
    flags.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:MinHeapFreeRatio=10",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    flags.addAll(
        switch (program) {
          case Access.INCIDENT_SERVICE -> BUSY;
          case Access.NOTIFICATION_SERVICE -> QUICK;
          default -> QUIET;
        });
    return flags;
  }

  /**
   * What follows the flags, so that the program ends when its standard input closes: what its
   * manifest opens, the class path, and the main class behind the leash.
   *
   * @param leash the jar of the leash
   * @param jar runnable jar; its manifest names the main class and the class path
   * @throws IOException if the jar cannot be read, or names no class to start
   */
  public static List<String> leashed(Path leash, Path jar) throws IOException {
    List<String> command = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      @Nullable String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (main == null) {
        throw new IOException("it does not say which class to start");
      }
      // Java heeds these of a manifest with -jar only, and the leash has to come first.
      opened(command, "--add-opens=", manifest.getValue("Add-Opens"));
      opened(command, "--add-exports=", manifest.getValue("Add-Exports"));
      command.addAll(List.of("-cp", leash + File.pathSeparator + jar, LEASH, main));
    }
    return command;
  }

  private static void opened(List<String> command, String flag, @Nullable String packages) {
    if (packages != null) {
      for (String name : packages.strip().split("\\s+", -1)) {
        command.add(flag + name + "=ALL-UNNAMED");
      }
    }
  }
}
