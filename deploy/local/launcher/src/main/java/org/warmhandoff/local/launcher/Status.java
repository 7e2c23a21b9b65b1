package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.warmhandoff.eventing.time.ClockFile;

/** Gathers what is to be known of a running stack, as one JSON tree. */
final class Status {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final DataFolder data;
  private final InstantSource wall;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Status(Installation installation, DataFolder data, InstantSource wall) {
    this.installation = installation;
    this.data = data;
    this.wall = wall;
  }

  /** Never fails: what cannot be had is told as not ready, with the reason. */
  ObjectNode gather() {
    ObjectNode status = JSON.createObjectNode();
    status.put("data", data.path().toString());
    Optional<RunFile> live = RunFile.live(data);
    status.put("up", live.isPresent());
    status.put("ready", false);
    live.ifPresent(run -> describe(status, run));
    return status;
  }

  private void describe(ObjectNode status, RunFile run) {
    Ports ports = new Ports(run.portBase());
    Stack stack = new Stack(installation, data, ports, Secrets.in(data.secrets()));
    status.put("frontDoor", ports.frontDoorAddress());
    status.put("startSeconds", run.readyAfterMillis() / 1_000.0);
    clock(status.putObject("clock"));
    long total = processes(status.putArray("processes"), run);
    status.put("memoryMegabytes", total / 1024);
    boolean servicesReady = services(status.putArray("services"), stack, ports);
    boolean lagKnown = lag(status, stack, ports);
    status.put("ready", run.isReady() && servicesReady && lagKnown);
  }

  private void clock(ObjectNode node) {
    ClockFile clock = ClockFile.open(data.clock());
    node.put("instant", clock.instant().toString());
    node.put("frozen", clock.isFrozen());
  }

  /** The sum of all processes, in kibibytes. */
  private long processes(ArrayNode nodes, RunFile run) {
    long total = 0;
    total += process(nodes, "launcher", run.launcher(), 0, List.of());
    for (RunFile.Running child : run.children()) {
      List<ProcessHandle> more =
          child.name().equals("database") ? data.databaseServer().stream().toList() : List.of();
      total += process(nodes, child.name(), child.process(), child.restarts(), more);
    }
    return total;
  }

  private long process(
      ArrayNode nodes, String name, ProcessStamp identity, int restarts, List<ProcessHandle> more) {
    ObjectNode node = nodes.addObject();
    node.put("name", name);
    node.put("pid", identity.pid());
    Optional<ProcessHandle> process = identity.find();
    node.put("alive", process.isPresent());
    node.put("restarts", restarts);
    process
        .flatMap(handle -> handle.info().startInstant())
        .ifPresent(
            start ->
                node.put("uptimeSeconds", Duration.between(start, wall.instant()).toSeconds()));
    OptionalLong own =
        name.equals("launcher")
            ? Memory.ofProcess(identity.pid())
            : Memory.ofTrees(both(process, more));
    own.ifPresent(kilobytes -> node.put("memoryMegabytes", kilobytes / 1024));
    return own.orElse(0);
  }

  private static List<ProcessHandle> both(
      Optional<ProcessHandle> process, List<ProcessHandle> more) {
    List<ProcessHandle> all = new ArrayList<>(more);
    process.ifPresent(all::add);
    return all;
  }

  private boolean services(ArrayNode nodes, Stack stack, Ports ports) {
    boolean all = true;
    Api api = Api.behind(ports.frontDoorAddress(), DemoPeople.in(installation).operator());
    for (Stack.Service service : Stack.Service.values()) {
      ServiceStatus told =
          ServiceStatus.of(
              service, api, ports.frontDoorAddress(), isReady(stack.readiness(service)));
      nodes.add(told.node());
      all &= told.isWell();
    }
    return all;
  }

  private boolean isReady(String health) {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(health)).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException down) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean lag(ObjectNode status, Stack stack, Ports ports) {
    try {
      long total = 0;
      ArrayNode nodes = status.putArray("lag");
      for (Lag lag : Lag.all(ports.kafkaAddress(), stack.kafkaPassword(Stack.ADMIN))) {
        nodes
            .addObject()
            .put("group", lag.group())
            .put("topic", lag.topic())
            .put("records", lag.records());
        total += lag.records();
      }
      status.put("lagRecords", total);
      return true;
    } catch (Trouble trouble) {
      status.put("lagTrouble", trouble.getMessage());
      return false;
    }
  }
}
