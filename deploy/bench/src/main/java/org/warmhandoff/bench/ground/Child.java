package org.warmhandoff.bench.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Java program as a child process on a leash: it ends when this JVM does, however it ends. */
public final class Child implements AutoCloseable {

  private static final String LEASH = "org.warmhandoff.local.leash.Leash";
  private static final long READY_SECONDS = 180;
  private static final long END_SECONDS = 30;

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
  private final Thread reader;

  private Child(String name, Process process, Path log, Consumer<String> lines) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.reader =
        Thread.ofPlatform().name("output of " + name).daemon().start(() -> read(process, lines));
  }

  /**
   * Starts a program whose class path has the leash.
   *
   * @param flags of its JVM
   * @param arguments main class first
   * @param lines takes what it prints, line by line
   */
  public static Child start(
      String name,
      List<String> flags,
      String classPath,
      Map<String, String> environment,
      List<String> arguments,
      Path log,
      Consumer<String> lines)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, LEASH));
    command.addAll(arguments);
    return start(name, command, environment, log, lines);
  }

  /** Starts a whole command that has the leash in it. */
  static Child start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Consumer<String> lines)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), log, lines);
  }

  private void read(Process from, Consumer<String> lines) {
    try (BufferedReader reading =
        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reading.readLine(); line != null; line = reading.readLine()) {
        if (line.startsWith("READY")) {
          ready.complete(null);
        }
        lines.accept(line);
      }
    } catch (IOException e) {
      // A killed child's pipe may break instead of ending.
    }
    ready.completeExceptionally(new IllegalStateException(name + " ended"));
  }

  /** Waits until it has said READY. */
  public Child awaitReady() throws InterruptedException {
    try {
      ready.get(READY_SECONDS, TimeUnit.SECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(name + " did not come up: " + tail(), e);
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Waits for its own end.
   *
   * @throws IllegalStateException if it takes longer, or did not end well
   */
  public void awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException(name + " does not end: " + tail());
    }
    reader.join();
    if (process.exitValue() != 0) {
      throw new IllegalStateException(name + " failed: " + tail());
    }
  }

  /** As kill -9 does it. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    reader.join();
  }

  /** Lets go of the leash and waits. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      reader.join();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The end of what it wrote to standard error. */
  public String tail() {
    try {
      String all = Files.readString(log);
      return all.substring(Math.max(0, all.length() - 4_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
