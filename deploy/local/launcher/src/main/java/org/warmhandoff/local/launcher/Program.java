package org.warmhandoff.local.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * One program of the stack and how it is run.
 *
 * @param name as it stands in status and in the name of its log
 * @param jar runnable jar; its manifest names the main class and the class path
 * @param heapMegabytes the most its Java heap may grow to
 * @param flags further flags of the Java machine
 * @param health address that answers 200 when it is ready; null where it prints a READY line
 * @param patience how long it may take to be ready
 */
record Program(
    String name,
    Path jar,
    int heapMegabytes,
    List<String> flags,
    List<String> arguments,
    Map<String, String> environment,
    @Nullable String health,
    Duration patience) {

  private static final String LEASH = "org.warmhandoff.local.leash.Leash";

  Program {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  Program withHeap(int megabytes) {
    return new Program(name, jar, megabytes, flags, arguments, environment, health, patience);
  }

  /**
   * The command line: a Java machine small enough that eight of them fit beside a database.
   *
   * @param leash jar that ends the program when its standard input closes
   * @param cache flags that use or record a cache of loaded classes, or none
   */
  List<String> command(Path java, Path leash, List<String> cache) {
    mustBeBuilt();
    List<String> command = new ArrayList<>();
    // Ctrl-C reaches every process of the terminal: only the launcher may act on it, in its order.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", name));
    command.add(java.toString());
    command.addAll(
        List.of(
            "-Xms16m",
            "-Xmx" + heapMegabytes + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:MinHeapFreeRatio=10",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(cache);
    command.addAll(flags);
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      @Nullable String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      if (main == null) {
        throw new Trouble(jar + " does not say which class to start");
      }
      // Java heeds these of a manifest with -jar only, and the leash has to come first.
      opened(command, "--add-opens=", manifest.getValue("Add-Opens"));
      opened(command, "--add-exports=", manifest.getValue("Add-Exports"));
      command.addAll(List.of("-cp", leash + File.pathSeparator + jar, LEASH, main));
    } catch (IOException e) {
      throw new Trouble("cannot read " + jar + ": " + e.getMessage(), e);
    }
    command.addAll(arguments);
    return command;
  }

  private static void opened(List<String> command, String flag, @Nullable String packages) {
    if (packages != null) {
      for (String name : packages.strip().split("\\s+", -1)) {
        command.add(flag + name + "=ALL-UNNAMED");
      }
    }
  }

  void mustBeBuilt() {
    if (!Files.isRegularFile(jar)) {
      throw new Trouble(jar + " is missing: ./handoff build makes it");
    }
  }
}
