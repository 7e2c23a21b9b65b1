package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One start of the whole stack in a folder of its own, to write down what each program loads, so
 * that every later start is quick. Done once after a build; without it everything works, slower.
 */
final class Training {

  /** Writing down takes a second on a quiet machine; a busy one may need much longer. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private static final Duration CREATE_PATIENCE = Duration.ofMinutes(3);
  private static final int FIRST_BASE = 18_080;
  private static final int LAST_BASE = 48_080;

  private final Installation installation;
  private final AotCaches caches;

  Training(Installation installation) {
    this.installation = installation;
    this.caches = AotCaches.of(installation);
  }

  void run() {
    DataFolder data = new DataFolder(caches.folder().resolve("training"));
    try {
      empty(data.path());
      data.open();
      Stack stack = new Stack(installation, data, freePorts(), Secrets.in(data.secrets()));
      List<Program> programs = stack.all();
      programs.forEach(Program::mustBeBuilt);
      if (programs.stream().allMatch(program -> Files.isRegularFile(caches.cache(program)))) {
        Say.line("Quick starts are prepared already.");
      } else {
        prepare(stack, programs);
      }
      empty(data.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prepare(Stack stack, List<Program> programs) throws IOException {
    Say.line("Preparing quick starts, once after a build …");
    long begun = System.nanoTime();
    forgetEarlierBuilds();
    record(stack.data(), stack.ports());
    int made = create(programs, stack.leash());
    Say.line(
        "Prepared quick starts of %d programs out of %d in %s."
            .formatted(
                made, programs.size(), Say.seconds(Duration.ofNanos(System.nanoTime() - begun))));
  }

  private void forgetEarlierBuilds() throws IOException {
    try (Stream<Path> files = Files.list(caches.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private void record(DataFolder data, Ports ports) {
    Supervisor supervisor =
        new Supervisor(
            installation.java(),
            installation.localJar("leash"),
            data,
            Overrides.NONE,
            words -> {},
            () -> {});
    Thread stop = new Thread(supervisor::stop, "stop the training");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      new Ignition(installation, data, ports, supervisor, caches.recording()).start(true);
      supervisor.terminate(STOP_PATIENCE);
    } finally {
      supervisor.stop();
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }

  private static Ports freePorts() {
    for (int base = FIRST_BASE; base <= LAST_BASE; base += 1_000) {
      Ports ports = new Ports(base);
      if (ports.byName().values().stream().allMatch(Ports::isFree)) {
        return ports;
      }
    }
    throw new Trouble("no free ports to prepare quick starts on");
  }

  private int create(List<Program> programs, Path leash) {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors());
    int made = 0;
    try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(atOnce, 4))) {
      List<Future<Boolean>> results =
          programs.stream().map(program -> workers.submit(() -> create(program, leash))).toList();
      for (Future<Boolean> result : results) {
        made += result.get() ? 1 : 0;
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new Trouble("preparing quick starts failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return made;
  }

  private boolean create(Program program, Path leash) throws IOException, InterruptedException {
    Path configuration = caches.configuration(program);
    if (!Files.isRegularFile(configuration)) {
      return false;
    }
    Path log = caches.folder().resolve(program.name() + ".log");
    Process process =
        new ProcessBuilder(
                program
                    .withHeap(512)
                    .command(installation.java(), leash, caches.creating().flags(program)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(CREATE_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    Files.deleteIfExists(configuration);
    if (process.exitValue() != 0 || !Files.isRegularFile(caches.draft(program))) {
      Say.line("  %s: no quick start, see %s".formatted(program.name(), log));
      return false;
    }
    Files.move(caches.draft(program), caches.cache(program), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
