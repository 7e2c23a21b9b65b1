package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} and {@code down} promise about processes and data, with the real programs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Order(0)
class LauncherLifecycleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("handoff.root")).toAbsolutePath();

  /** Distances of the ports from the front door's. */
  private static final List<Integer> PORTS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 352);

  @TempDir private Path folder;
  private final int portBase = freePorts();

  /**
   * How a verb ended.
   *
   * @param words all it printed
   */
  private record Outcome(int code, String words) {}

  @AfterEach
  void end() throws Exception {
    run("down");
  }

  @Test
  void up_and_down_leave_no_process_and_the_data_starts_again() throws Exception {
    assertThat(run("up", "--detach")).returns(0, Outcome::code);
    List<ProcessHandle> first = processes();
    assertThat(first).hasSize(11).allMatch(ProcessHandle::isAlive);
    assertThat(status().path("ready").asBoolean()).isTrue();
    assertThat(status("--url=http://localhost:" + portBase).path("ready").asBoolean()).isTrue();
    assertThat(run("up", "--detach").words()).contains("already up");

    assertThat(run("down")).returns(0, Outcome::code);

    assertThat(first).noneMatch(ProcessHandle::isAlive);
    assertThat(PORTS).allMatch(port -> isFree(portBase + port));
    assertThat(run("status")).returns(3, Outcome::code);

    Outcome second = run("up", "--detach");
    assertThat(second).returns(0, Outcome::code);
    assertThat(second.words()).doesNotContain("demo configuration");
    assertThat(status().path("ready").asBoolean()).isTrue();
  }

  @Test
  void a_killed_launcher_leaves_no_process() throws Exception {
    assertThat(run("up", "--detach")).returns(0, Outcome::code);
    List<ProcessHandle> processes = processes();

    processes.getFirst().destroyForcibly();

    awaitEnd(processes);
  }

  @Test
  void a_database_left_behind_is_taken_over() throws Exception {
    assertThat(run("up", "--detach")).returns(0, Outcome::code);
    List<ProcessHandle> processes = processes();
    ProcessHandle server = processes.getLast();
    // All at once, as when memory runs out: nobody is left who could stop the server.
    processes.subList(0, processes.size() - 1).forEach(ProcessHandle::destroyForcibly);
    awaitEnd(processes.subList(0, processes.size() - 1));
    assertThat(server.isAlive()).isTrue();

    assertThat(run("up", "--detach")).returns(0, Outcome::code);

    assertThat(server.isAlive()).isFalse();
    assertThat(status().path("ready").asBoolean()).isTrue();
  }

  @Test
  void a_taken_port_is_named_before_anything_starts() throws Exception {
    try (ServerSocket taken = new ServerSocket(portBase + 3, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = run("up");
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.words())
          .contains((portBase + 3) + " (notification-service) is taken")
          .contains("by process " + ProcessHandle.current().pid())
          .doesNotContain("ready after");
      assertThat(taken.isBound()).isTrue();
    }
  }

  @Test
  void a_folder_of_a_newer_release_is_refused() throws Exception {
    Files.createDirectories(data());
    Files.writeString(data().resolve("release"), "999\n");
    Outcome outcome = run("up");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.words()).contains("newer release").contains("Nothing was changed");
    assertThat(data().resolve("secrets")).doesNotExist();
  }

  private Path data() {
    return folder.resolve("a folder with spaces");
  }

  private JsonNode status(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    return JSON.readTree(run("status", all.toArray(String[]::new)).words());
  }

  /** The launcher first, the database server last. */
  private List<ProcessHandle> processes() throws IOException {
    JsonNode run = JSON.readTree(Files.readString(data().resolve("run.json")));
    List<Long> pids = new ArrayList<>();
    pids.add(run.path("launcher").path("pid").asLong());
    run.path("children").forEach(child -> pids.add(child.path("process").path("pid").asLong()));
    try (Stream<String> lines =
        Files.lines(data().resolve("database").resolve("cluster").resolve("postmaster.pid"))) {
      pids.add(Long.parseLong(lines.findFirst().orElseThrow().strip()));
    }
    return pids.stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .get(30, TimeUnit.SECONDS);
  }

  private Outcome run(String verb, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dhandoff.root=" + ROOT);
    command.addAll(List.of("-jar", launcherJar().toString(), verb, "--data=" + data()));
    if (verb.equals("up")) {
      command.add("--port-base=" + portBase);
    }
    command.addAll(List.of(options));
    // Into a file: a pipe would stay open for as long as what was started in the background.
    Path words = Files.createTempFile(folder, verb, ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(words, StandardCharsets.UTF_8));
  }

  private static Path launcherJar() throws IOException {
    Path target = ROOT.resolve("deploy/local/launcher/target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "launcher-*.jar")) {
      return jars.iterator().next();
    }
  }

  private static int freePorts() {
    return IntStream.iterate(21_080, base -> base + 1_000)
        .limit(30)
        .filter(base -> PORTS.stream().allMatch(port -> isFree(base + port)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
