package org.warmhandoff.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.DockerComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startable;
import org.warmhandoff.eventing.time.ClockFile;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Tokens;
import org.warmhandoff.simulator.stack.FreePorts;
import org.warmhandoff.simulator.stack.Kafka;
import org.warmhandoff.simulator.stack.RunningStack;

/**
 * docker-compose.yml as it ships, under a project name and on ports of its own, with volumes that
 * go with it; only a clock that can be moved is added.
 */
final class ComposeStack implements RunningStack {

  private static final Duration UP_WITHIN = Duration.ofMinutes(10);
  private static final String PROJECT = "warmhandoffe2e";

  private final Path folder;
  private final Map<String, String> environment;
  private final Startable containers;
  private final ClockFile clock;
  private final HttpClient http = Installation.client();

  private ComposeStack(
      Path folder, Map<String, String> environment, Startable containers, ClockFile clock) {
    this.folder = folder;
    this.environment = environment;
    this.containers = containers;
    this.clock = clock;
  }

  /** Whether an engine answers and a Compose of either generation is there. */
  static boolean isPossible() {
    String version = said("docker", "version", "--format", "{{.Server.APIVersion}}");
    if (version.isEmpty() || (!hasPlugin() && said("docker-compose", "version").isEmpty())) {
      return false;
    }
    // The client would speak a newer language than an older engine knows.
    System.setProperty("api.version", version);
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** Builds the images from what is built, starts everything, waits for the demo configuration. */
  static ComposeStack start(Instant frozenAt) {
    try {
      Path folder = Files.createTempDirectory("warm-handoff-compose");
      System.out.println("the Compose installation of this test keeps its files in " + folder);
      Map<String, String> environment = environment(folder);
      ClockFile clock = clock(folder, frozenAt);
      Startable containers = containers(environment);
      containers.start();
      return new ComposeStack(folder, environment, containers, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code ./handoff compose-env} makes it, but for the ports. */
  private static Map<String, String> environment(Path folder) throws IOException {
    Path jars = City.ROOT.resolve("deploy/local/launcher/target");
    Path launcher;
    try (var found = Files.newDirectoryStream(jars, "launcher-*.jar")) {
      launcher = found.iterator().next();
    }
    ran(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dhandoff.root=" + City.ROOT,
        "-jar",
        launcher.toString(),
        "compose-env",
        "--to=" + folder);
    Map<String, String> all = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(".env"))) {
      int equals = line.indexOf('=');
      if (!line.startsWith("#") && equals > 0) {
        all.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    int port = freePort();
    all.put("HANDOFF_PORT", Integer.toString(port));
    all.put("HANDOFF_KAFKA_PORT", Integer.toString(port + 1));
    all.put("HANDOFF_CLOCK_FOLDER", folder.resolve("clock").toString());
    return all;
  }

  /** The services' user is not ours, and maps it to read and write as every reader does. */
  private static ClockFile clock(Path folder, Instant frozenAt) throws IOException {
    Path file = folder.resolve("clock").resolve("clock");
    ClockFile clock = ClockFile.open(file);
    clock.startAt(frozenAt, true);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    return clock;
  }

  private static Startable containers(Map<String, String> environment) {
    List<File> files =
        List.of(
            City.ROOT.resolve("docker-compose.yml").toFile(),
            City.ROOT.resolve("deploy/e2e/src/test/resources/compose-clock.yml").toFile());
    var entered = Wait.forLogMessage(".*demonstration's configuration is entered.*", 1);
    if (hasPlugin()) {
      return new ComposeContainer(PROJECT, files)
          .withEnv(environment)
          .withBuild(true)
          .withPull(false)
          .withRemoveVolumes(true)
          .withStartupTimeout(UP_WITHIN)
          .waitingFor("frontdoor-1", Wait.forHealthcheck())
          .waitingFor("demo-1", entered);
    }
    return new DockerComposeContainer<>(PROJECT, files)
        .withEnv(environment)
        .withBuild(true)
        .withPull(false)
        .withRemoveVolumes(true)
        .withStartupTimeout(UP_WITHIN)
        .waitingFor("frontdoor_1", Wait.forHealthcheck())
        .waitingFor("demo_1", entered);
  }

  private static boolean hasPlugin() {
    return !said("docker", "compose", "version").isEmpty();
  }

  @Override
  public URI url() {
    return URI.create("http://localhost:" + environment.get("HANDOFF_PORT"));
  }

  @Override
  public ClockFile clock() {
    return clock;
  }

  @Override
  public Door door(boolean direct, Duration patience) {
    Tokens tokens =
        new Tokens(
            http, tokenUrl(), Installation.secretsFrom(secretsFile()), InstantSource.system());
    return new Door(http, Map.of("", url()), tokens, InstantSource.system(), Pause.REAL, patience);
  }

  @Override
  public Map<String, Object> kafka(String principal) {
    String variable = "KAFKA_PASSWORD_" + principal.toUpperCase(Locale.ROOT).replace('-', '_');
    return new Kafka("localhost:" + environment.get("HANDOFF_KAFKA_PORT"))
        .as(principal, String.valueOf(environment.get(variable)));
  }

  @Override
  public List<String> whereItIs() {
    return List.of(
        "--url", url().toString(),
        "--token-url", tokenUrl().toString(),
        "--secrets", secretsFile().toString());
  }

  private URI tokenUrl() {
    return url().resolve("/identity/realms/warm-handoff/protocol/openid-connect/token");
  }

  private Path secretsFile() {
    return folder.resolve(".handoff/compose/clients.json");
  }

  @Override
  public void close() {
    containers.stop();
    http.close();
  }

  private static int freePort() {
    SplittableRandom random = new SplittableRandom();
    return IntStream.generate(() -> random.nextInt(12_000, 32_000))
        .filter(port -> FreePorts.isFree(port) && FreePorts.isFree(port + 1))
        .findFirst()
        .orElseThrow();
  }

  private static void ran(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What a program says when it ends well; nothing where it is missing or fails. */
  private static String said(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean well = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
      return well ? said.strip() : "";
    } catch (IOException missing) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
