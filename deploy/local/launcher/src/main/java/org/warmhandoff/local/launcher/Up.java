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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.time.ClockFile;
import org.warmhandoff.local.provision.Provision;

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
            installation.java(), installation.localJar("leash"), data, Say::line, this::note);
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
      note();
      Welcome.print(installation, data, ports, Duration.ofMillis(readyAfterMillis));
      ended.await();
    } catch (IOException e) {
      throw new Trouble("cannot use " + data.path() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    Say.line("Warm Handoff is starting; everything it keeps is in " + data.path());
    Secrets secrets = Secrets.in(data.secrets());
    Stack stack = new Stack(installation, data, ports, secrets);
    stack.mustBeBuilt();
    startClock();
    Caches caches = Caches.NONE;
    List<Child> broker = supervisor.start(caches, stack.broker());
    List<Child> database = supervisor.start(caches, stack.database());
    List<Child> doors = supervisor.start(caches, stack.identity(), stack.frontDoor());
    CompletableFuture<Void> provisioned =
        CompletableFuture.runAsync(
            () -> {
              supervisor.awaitReady(broker);
              provision(stack);
            },
            task -> Thread.ofVirtual().name("provision").start(task));
    List<Child> ground = new ArrayList<>(database);
    ground.addAll(doors);
    supervisor.awaitReady(ground);
    joined(provisioned);
    List<Child> services = supervisor.start(caches, stack.services().toArray(Program[]::new));
    supervisor.awaitReady(services);
    if (!arguments.has("--no-demo")) {
      DemoPeople people = DemoPeople.in(installation);
      Api api = new Api(ports.frontDoorAddress(), people.operator());
      new DemoConfiguration(data, people, api, Say::line).load();
    }
  }

  private static void joined(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Trouble trouble) {
        throw trouble;
      }
      throw new Trouble("Kafka could not be prepared: " + e.getCause(), e);
    }
  }

  private void startClock() {
    boolean fresh = !Files.exists(data.clock());
    ClockFile clock = ClockFile.open(data.clock());
    if (fresh) {
      arguments.frozenClock().ifPresent(instant -> clock.startAt(instant, true));
    }
  }

  private void provision(Stack stack) {
    long begun = System.nanoTime();
    try (Provision provision =
        Provision.as(ports.kafkaAddress(), stack.kafkaPassword(Stack.ADMIN))) {
      provision.shared(stack.kafkaPasswords());
      for (String agency : DemoConfiguration.agencies()) {
        provision.agency(
            agency, stack.kafkaPassword(org.warmhandoff.contracts.Access.principalOf(agency)));
      }
    }
    Say.line(
        "  %-22s ready after %s"
            .formatted(
                "topics and grants", Say.seconds(Duration.ofNanos(System.nanoTime() - begun))));
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
