package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  Program {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  Program withHeap(int megabytes) {
    return new Program(name, jar, megabytes, flags, arguments, environment, health, patience);
  }

  /**
   * The command line.
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
    command.addAll(JavaMachine.flags(name, heapMegabytes));
    command.addAll(cache);
    command.addAll(flags);
    try {
      command.addAll(JavaMachine.leashed(leash, jar));
    } catch (IOException e) {
      throw new Trouble("cannot read " + jar + ": " + e.getMessage(), e);
    }
    command.addAll(arguments);
    return command;
  }

  void mustBeBuilt() {
    if (!Files.isRegularFile(jar)) {
      throw new Trouble(jar + " is missing: ./handoff build makes it");
    }
  }
}
