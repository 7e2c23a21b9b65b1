package org.warmhandoff.faults.injure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.proxy.Proxy;
import org.warmhandoff.faults.town.Processes;
import org.warmhandoff.faults.town.SmallDisk;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Pause;

/** Does what a plan says, each fault at its time, and heals everything at the end. */
public final class Injector implements AutoCloseable {

  private final Town town;
  private final Planting planting;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Long, Boolean> stopped = new ConcurrentHashMap<>();
  private final List<Fault> done = new ArrayList<>();
  private final List<Fault> notPossible = new ArrayList<>();
  private final AtomicBoolean diskLost = new AtomicBoolean();

  /** Faults of one schedule in this town. */
  public Injector(Town town, Planting planting) {
    this.town = town;
    this.planting = planting;
  }

  /** Returns when the last fault has begun, and every one that lasts has ended. */
  public void run(Plan plan) {
    long begun = System.nanoTime();
    List<java.util.concurrent.Future<?>> lasting = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      if (step.fault() instanceof Fault.AtPoint point) {
        town.failPoints().arm(point);
        continue;
      }
      lasting.add(
          hands.submit(
              () -> {
                long elapsed = System.nanoTime() - begun;
                Pause.REAL.waits(Duration.ofNanos(Math.max(0, step.at().toNanos() - elapsed)));
                boolean possible = happens(step.fault());
                synchronized (this) {
                  (possible ? done : notPossible).add(step.fault());
                }
              }));
    }
    for (var one : lasting) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("a fault could not be done", e.getCause());
      }
    }
  }

  private boolean happens(Fault fault) {
    switch (fault) {
      case Fault.AtPoint point -> town.failPoints().arm(point);
      case Fault.Kill kill -> kill(kill.program());
      case Fault.Stop stop -> stop(stop.program(), stop.time());
      case Fault.Partition partition -> partition(partition);
      case Fault.CutDatabase cut -> terminate(cut.database());
      case Fault.ClockJump jump -> town.passes(jump.ahead());
      case Fault.RebalanceStorm storm -> new Storm(town).rage(storm.service(), storm.members());
      case Fault.Plant plant -> planting.plant(plant.records(), plant.count());
      case Fault.LoseBrokerDisk lost -> loseBrokerDisk();
      case Fault.FillDisk fill -> {
        if (!town.disk().isLimited()) {
          return false;
        }
        town.disk().fill();
        Pause.REAL.waits(fill.time());
        town.disk().relieve();
      }
      case Fault.SlowDisk slow -> {
        return slow(slow);
      }
    }
    return true;
  }

  /** Whether the broker came back empty in this schedule. */
  public boolean lostDisk() {
    return diskLost.get();
  }

  private void loseBrokerDisk() {
    diskLost.set(true);
    town.disk().swapKafka(town.stack().data());
    kill("broker");
  }

  private void kill(String program) {
    Processes.of(town.stack(), program).forEach(ProcessHandle::destroyForcibly);
  }

  private void stop(String program, Duration time) {
    List<Long> pids = Processes.of(town.stack(), program).stream().map(ProcessHandle::pid).toList();
    pids.forEach(pid -> signal("STOP", pid));
    Pause.REAL.waits(time);
    pids.forEach(pid -> signal("CONT", pid));
  }

  private void signal(String name, long pid) {
    if (name.equals("STOP")) {
      stopped.put(pid, true);
    } else {
      stopped.remove(pid);
    }
    SmallDisk.run(List.of("kill", "-" + name, Long.toString(pid)));
  }

  private void partition(Fault.Partition partition) {
    boolean broker = partition.server() == Fault.Server.BROKER;
    Proxy proxy = broker ? town.brokerProxy() : town.databaseProxy();
    String client =
        broker ? partition.service() : partition.service().replaceFirst("-service$", "");
    proxy.block(client, partition.direction());
    Pause.REAL.waits(partition.time());
    if (partition.cutAfter()) {
      proxy.cut(client);
    }
    proxy.heal();
  }

  private void terminate(String database) {
    try (Connection connection = town.superuser();
        PreparedStatement end =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")) {
      end.setString(1, database);
      end.executeQuery().close();
    } catch (SQLException whileItIsDown) {
      // Its connections have ended already.
    }
  }

  private boolean slow(Fault.SlowDisk slow) {
    List<String> command = new ArrayList<>(List.of("strace", "-q", "-f", "-o", "/dev/null"));
    command.addAll(List.of("-e", "trace=fdatasync,fsync"));
    command.addAll(
        List.of("-e", "inject=fdatasync,fsync:delay_enter=" + slow.delay().toNanos() / 1_000));
    Processes.of(town.stack(), "database")
        .forEach(process -> command.addAll(List.of("-p", Long.toString(process.pid()))));
    try {
      Process strace =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = strace.waitFor(slow.time().toMillis(), TimeUnit.MILLISECONDS);
      // Detaches by itself when it is asked to end.
      strace.destroy();
      if (!strace.waitFor(5, TimeUnit.SECONDS)) {
        strace.destroyForcibly();
      }
      return !ended;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends every fault that lasts, and takes back what has not happened. */
  public void heal() {
    town.failPoints().disarm();
    town.brokerProxy().heal();
    town.databaseProxy().heal();
    town.disk().relieve();
    List.copyOf(stopped.keySet()).forEach(pid -> signal("CONT", pid));
  }

  /** What was done from outside. */
  public synchronized List<Fault> done() {
    return List.copyOf(done);
  }

  /** What this machine does not let us do. */
  public synchronized List<Fault> notPossible() {
    return List.copyOf(notPossible);
  }

  @Override
  public void close() {
    hands.close();
  }
}
