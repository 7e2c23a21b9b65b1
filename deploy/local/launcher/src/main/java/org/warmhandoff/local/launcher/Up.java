package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.time.ClockFile;

/** Brings the stack up, keeps it up, and takes it down when this process is asked to end. */
final class Up {

  private final Installation installation;
  private final DataFolder data;
  private final Ports ports;
  private final Arguments arguments;
  private final Supervisor supervisor;
  private final CountDownLatch ended = new CountDownLatch(1);
  private long readyAfterMillis;

  Up(Installation installation, DataFolder data, Ports ports, Arguments arguments) {
    this.installation = installation;
    this.data = data;
    this.ports = ports;
    this.arguments = arguments;
    this.supervisor =
        new Supervisor(
            installation.java(),
            installation.localJar("leash"),
            data,
            arguments.overrides(),
            Say::line,
            this::note);
  }

  /**
   * Returns when the stack was stopped.
   *
   * @throws Trouble if it cannot be brought up; what had started is stopped again
   */
  void run() {
    long begun = System.nanoTime();
    data.open();
    try (FileChannel channel =
            FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new Trouble("another ./handoff is working on " + data.path() + " at this moment");
      }
      Leftovers.of(data).awaitEnd(Leftovers.PATIENCE);
      ports.mustBeFree(data.databaseServer().isPresent() ? List.of(ports.database()) : List.of());
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop the stack"));
      start();
      readyAfterMillis = Math.max(1, Duration.ofNanos(System.nanoTime() - begun).toMillis());
      Welcome.print(installation, data, ports, Duration.ofMillis(readyAfterMillis));
      // Last: who started this in the background stops listening when it reads that all is ready.
      note();
      ended.await();
    } catch (IOException e) {
      throw new Trouble("cannot use " + data.path() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    Say.line("Warm Handoff is starting; everything it keeps is in " + data.path());
    startClock();
    new Ignition(installation, data, ports, supervisor, AotCaches.of(installation))
        .start(!arguments.has("--no-demo"));
  }

  private void startClock() {
    boolean fresh = !Files.exists(data.clock());
    ClockFile clock = ClockFile.open(data.clock());
    if (fresh) {
      arguments.frozenClock().ifPresent(instant -> clock.startAt(instant, true));
    }
  }

  /** Tells the other verbs who runs here. */
  private synchronized void note() {
    List<RunFile.Running> children = new ArrayList<>();
    for (Child child : supervisor.children()) {
      Optional<ProcessStamp> identity = child.handle().flatMap(ProcessStamp::of);
      identity.ifPresent(
          process ->
              children.add(new RunFile.Running(child.program().name(), process, child.restarts())));
    }
    ProcessStamp self =
        ProcessStamp.of(ProcessHandle.current())
            .orElseThrow(() -> new Trouble("cannot tell when this process started"));
    new RunFile(self, ports.base(), readyAfterMillis, children).write(data.runFile());
  }

  private void stop() {
    long begun = System.nanoTime();
    boolean any = !supervisor.children().isEmpty();
    if (any) {
      Say.line("Stopping …");
    }
    supervisor.stop();
    try {
      Files.deleteIfExists(data.runFile());
    } catch (IOException e) {
      Say.line("could not remove " + data.runFile() + ": " + e.getMessage());
    }
    if (any) {
      Say.line("Stopped after " + Say.seconds(Duration.ofNanos(System.nanoTime() - begun)) + ".");
    }
    ended.countDown();
  }
}
