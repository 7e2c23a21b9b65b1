package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the launcher in a session of its own, and comes back when the stack is ready. */
final class Background {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Installation installation;
  private final DataFolder data;
  private final Ports ports;
  private final Arguments arguments;

  Background(Installation installation, DataFolder data, Ports ports, Arguments arguments) {
    this.installation = installation;
    this.data = data;
    this.ports = ports;
    this.arguments = arguments;
  }

  /**
   * @throws Trouble if the stack does not come up; what it printed has been shown
   */
  void run() {
    data.open();
    LogFile log = LogFile.of(data, "launcher");
    log.rotate();
    Process launcher;
    try {
      launcher =
          new ProcessBuilder(command())
              .redirectInput(new java.io.File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
              .start();
    } catch (IOException e) {
      throw new Trouble("cannot start in the background: " + e.getMessage(), e);
    }
    await(launcher, log);
  }

  private void await(Process launcher, LogFile log) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long shown = 0;
    try {
      while (true) {
        boolean ended = launcher.waitFor(100, TimeUnit.MILLISECONDS);
        boolean ready = isReady(launcher.pid());
        String text = log.read(shown);
        System.out.print(text);
        System.out.flush();
        shown += text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (ended) {
          throw new Trouble(
              "Warm Handoff did not come up; it printed the above, see " + log.path());
        }
        if (ready) {
          return;
        }
        if (System.nanoTime() > deadline) {
          launcher.destroy();
          throw new Trouble("Warm Handoff was not up after " + Say.span(PATIENCE));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      launcher.destroy();
    }
  }

  private boolean isReady(long pid) {
    return RunFile.live(data)
        .filter(run -> run.launcher().pid() == pid && run.isReady())
        .isPresent();
  }

  /** This same Java and class path, with the verb that stays in the foreground of its session. */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (onPath("setsid")) {
      command.add("setsid");
    }
    // The terminal that started it may close, or send Ctrl-C to something else.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "launcher"));
    command.add(installation.java().toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
    command.add("--data=" + data.path());
    command.add("--port-base=" + ports.base());
    arguments.frozenClock().ifPresent(at -> command.add("--frozen-clock=" + at));
    if (arguments.has("--no-demo")) {
      command.add("--no-demo");
    }
    return command;
  }

  private static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(java.io.File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
