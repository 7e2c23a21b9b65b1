package org.warmhandoff.simulator.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.warmhandoff.eventing.time.ClockFile;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Tokens;
import org.warmhandoff.simulator.door.Unreachable;

/**
 * The whole local stack as a child of this process, in a data folder of its own, with a clock that
 * stands still until it is moved. The stack ends when this process does, however it ends.
 */
public final class LocalStack implements RunningStack {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LEASH = "org.warmhandoff.local.leash.Leash";
  private static final Duration UP_WITHIN = Duration.ofMinutes(4);
  private static final Duration DOWN_WITHIN = Duration.ofSeconds(60);

  private final Path data;
  private final int portBase;
  private final Process launcher;
  private final HttpClient http = Installation.client();
  private final ClockFile clock;

  private LocalStack(Path data, int portBase, Process launcher) {
    this.data = data;
    this.portBase = portBase;
    this.launcher = launcher;
    this.clock = ClockFile.open(data.resolve("clock"));
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param root the project's folder, where everything is built
   * @param data the stack's folder; what is in it stays
   * @param frozenAt where the clock of an empty folder stands
   * @param say told what the launcher says, line by line
   * @throws Unreachable if it did not come up
   */
  public static LocalStack start(
      Path root, Path data, int portBase, Instant frozenAt, Consumer<String> say) {
    return start(root, data, portBase, frozenAt, List.of(), say);
  }

  /**
   * The same, with more options for the launcher.
   *
   * @throws Unreachable if it did not come up
   */
  public static LocalStack start(
      Path root,
      Path data,
      int portBase,
      Instant frozenAt,
      List<String> options,
      Consumer<String> say) {
    Path local = root.resolve("deploy/local");
    Path launcherJar = jar(local, "launcher");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dhandoff.root=" + root,
                  "-cp",
                  jar(local, "leash") + java.io.File.pathSeparator + launcherJar,
                  LEASH,
                  mainClass(launcherJar),
                  "up",
                  "--data=" + data,
                  "--port-base=" + portBase,
                  "--frozen-clock=" + frozenAt));
      command.addAll(options);
      Process launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> said = new CopyOnWriteArrayList<>();
      CountDownLatch readyOrEnded = new CountDownLatch(1);
      Path runFile = data.resolve("run.json");
      Thread listener =
          Thread.ofPlatform()
              .daemon()
              .name("launcher-says")
              .start(
                  () -> {
                    listen(
                        launcher,
                        line -> {
                          said.add(line);
                          say.accept(line);
                        });
                    readyOrEnded.countDown();
                  });
      long giveUp = System.nanoTime() + UP_WITHIN.toNanos();
      while (!isReady(runFile)) {
        if (!launcher.isAlive() || System.nanoTime() > giveUp) {
          launcher.destroy();
          listener.join(DOWN_WITHIN);
          throw new Unreachable(
              "the stack did not come up; its logs are in "
                  + data.resolve("logs")
                  + ". The launcher said:\n"
                  + String.join("\n", said));
        }
        readyOrEnded.await(50, TimeUnit.MILLISECONDS);
      }
      return new LocalStack(data, portBase, launcher);
    } catch (IOException e) {
      throw new UncheckedIOException("the launcher cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while the stack was starting");
    }
  }

  private static void listen(Process launcher, Consumer<String> say) {
    try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        say.accept(line);
      }
    } catch (IOException e) {
      say.accept("the launcher says no more: " + e.getMessage());
    }
  }

  private static boolean isReady(Path runFile) throws IOException {
    return Files.exists(runFile)
        && JSON.readTree(Files.readAllBytes(runFile)).path("readyAfterMillis").asLong() > 0;
  }

  @Override
  public URI url() {
    return URI.create("http://localhost:" + portBase);
  }

  @Override
  public ClockFile clock() {
    return clock;
  }

  /** The stack's folder. */
  public Path data() {
    return data;
  }

  @Override
  public Door door(boolean direct, Duration patience) {
    Map<String, URI> roots =
        direct
            ? Map.of(
                "", url(),
                "incident", port(1),
                "referral", port(2),
                "notification", port(3),
                "analytics", port(4))
            : Map.of("", url());
    Tokens tokens =
        new Tokens(
            http,
            url().resolve("/identity/token"),
            Installation.secretsFrom(null),
            InstantSource.system());
    return new Door(http, roots, tokens, InstantSource.system(), Pause.REAL, patience);
  }

  private URI port(int above) {
    return URI.create("http://localhost:" + (portBase + above));
  }

  @Override
  public Map<String, Object> kafka(String principal) {
    return new Kafka("localhost:" + (portBase + 12)).as(principal, password("kafka." + principal));
  }

  /** Where one service's database is, as JDBC names it. */
  public String jdbc(String database) {
    return "jdbc:postgresql://localhost:" + (portBase + 352) + "/" + database;
  }

  /** A password the launcher made for this folder. */
  public String password(String name) {
    try {
      Map<String, String> known =
          JSON.readValue(
              data.resolve("secrets/passwords.json").toFile(),
              new TypeReference<Map<String, String>>() {});
      String password = known.get(name);
      if (password == null) {
        throw new Unreachable("the stack has no password named " + name);
      }
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException("the stack's passwords cannot be read", e);
    }
  }

  @Override
  public List<String> whereItIs() {
    return List.of("--url", url().toString());
  }

  /** Process id of a program of the stack at this moment, by its name in {@code status}. */
  public OptionalLong pid(String program) {
    try {
      for (JsonNode child :
          JSON.readTree(Files.readAllBytes(data.resolve("run.json"))).path("children")) {
        if (child.path("name").asText().equals(program)) {
          return OptionalLong.of(child.path("process").path("pid").asLong());
        }
      }
      return OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the stack's run file cannot be read", e);
    }
  }

  /** Returns when the stack was stopped from elsewhere. */
  public void awaitEnd() throws InterruptedException {
    launcher.waitFor();
  }

  /** Stops it in order. */
  @Override
  public void close() {
    // Its pipe stays open: were it closed, the leash would give it less time than it may need.
    launcher.toHandle().destroy();
    try {
      if (!launcher.waitFor(DOWN_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      launcher.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private static Path jar(Path local, String module) {
    Path target = local.resolve(module).resolve("target");
    try (var files = Files.newDirectoryStream(target, module + "*.jar")) {
      for (Path file : files) {
        if (!file.toString().endsWith("-sources.jar")) {
          return file;
        }
      }
    } catch (IOException e) {
      throw new Unreachable(module + " is not built: ./handoff build does that");
    }
    throw new Unreachable(module + " is not built: ./handoff build does that");
  }

  private static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return String.valueOf(file.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }
}
