package org.warmhandoff.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program under deploy/local as a child process on a leash: it ends when this JVM does, however
 * this JVM ends.
 */
final class Program {

  private static final long READY_SECONDS = 120;
  private static final long END_SECONDS = 20;

  private final String name;
  private final String mainClass;
  private final int heapMegabytes;
  private final Map<String, String> environment;
  private final List<String> arguments;
  private final Path log;

  Program(
      String name,
      String mainClass,
      int heapMegabytes,
      Map<String, String> environment,
      List<String> arguments,
      Path log) {
    this.name = name;
    this.mainClass = mainClass;
    this.heapMegabytes = heapMegabytes;
    this.environment = Map.copyOf(environment);
    this.arguments = List.copyOf(arguments);
    this.log = log;
  }

  /** Starts it and waits until it prints its READY line. */
  ProcessHandle start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                House.jar(name).toString(),
                "org.warmhandoff.local.leash.Leash",
                mainClass));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
    // A test's own JVM options are not meant for its children.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      awaitReady(process);
      return process.toHandle();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be started", e);
    }
  }

  private void awaitReady(Process process) {
    CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    // This thread also keeps the process's pipes from being collected, which would end the child.
    Thread reader = new Thread(() -> read(process, ready), "testbed-" + name);
    reader.setDaemon(true);
    reader.start();
    try {
      ready.get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " did not get ready: " + tail(), e);
    }
  }

  private void read(Process process, CompletableFuture<@Nullable Void> ready) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("READY ")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(
          new IllegalStateException("ended with status " + process.waitFor()));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String tail() {
    try {
      String all = Files.readString(log);
      return all.substring(Math.max(0, all.length() - 2_000));
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  /** Ends a process and waits until it is gone. */
  static void end(ProcessHandle process, boolean forcibly) {
    boolean asked = forcibly ? process.destroyForcibly() : process.destroy();
    try {
      if (asked) {
        process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("process " + process.pid() + " does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
