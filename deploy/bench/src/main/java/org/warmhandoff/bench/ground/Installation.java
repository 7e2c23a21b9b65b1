package org.warmhandoff.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.bench.contestant.Task;
import org.warmhandoff.bench.measure.Cpu;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.local.launcher.JavaMachine;
import org.warmhandoff.local.provision.Provision;

/**
 * Intake as {@code ./handoff up} runs it: the incident service as it was built, with the launcher's
 * flags, its database with its migrations, the broker with topics and grants, and the identity
 * provider. Its twin can run beside it, on a copy of the database, or the notification service; no
 * other service does.
 */
public final class Installation implements AutoCloseable {

  /** The database of the service. */
  public static final String OURS = "incident";

  /** The database of the notification service. */
  public static final String ROUTING = "notification";

  /** The role the service and the twin work as. */
  public static final String ROLE = OURS + "_app";

  private static final String OIDC_CLIENT = "warm-handoff";
  private static final String OIDC_SECRET = "demo-warm-handoff-browser-login";
  private static final int KEY_BYTES = 32;

  private final Ground ground = Ground.asInstalled();
  private final List<Integer> ports = Ground.freePorts(4);
  private final List<String> moreFlags;
  private final Child identity;
  private Child service;
  private @Nullable Child twin;
  private @Nullable Child routing;

  /**
   * Starts all but the twin.
   *
   * @param moreFlags further flags of the Java machine of the service and of the twin
   */
  public Installation(List<String> moreFlags)
      throws IOException, SQLException, InterruptedException {
    this.moreFlags = List.copyOf(moreFlags);
    // New users are tried until the broker knows them: that it did not at first is no news.
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
    try (Provision provision = Provision.as(ground.brokerAddress(), ground.password())) {
      provision.shared(
          Access.shared().stream()
              .map(Access.Grant::principal)
              .distinct()
              .collect(Collectors.toMap(Function.identity(), principal -> ground.password())));
    }
    this.identity =
        Child.start(
                "identity",
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                Programs.jar("identity").toString(),
                Map.of(),
                List.of(
                    "org.warmhandoff.local.identity.Identity",
                    ground.folder().resolve("identity").toString(),
                    Integer.toString(ports.get(0))),
                ground.folder().resolve("identity.log"),
                line -> {})
            .awaitReady();
    Files.writeString(masterKey(), newMasterKey());
    this.service = startService();
  }

  /** The database and the broker. */
  public Ground ground() {
    return ground;
  }

  /** Doors of the service, of the twin and of the identity provider. */
  public Doors doors() {
    return new Doors(ports.get(1), ports.get(2), ports.get(0), ports.get(3));
  }

  /** The processor time of the service until now, seconds. */
  public double used() {
    return Cpu.of(service.pid())
        .orElseThrow(() -> new IllegalStateException("the service ended: " + service.tail()));
  }

  /**
   * Copies the service's database as it is now, twice, and starts the twin on one of them. The
   * service is stopped meanwhile: a database somebody works in cannot be copied.
   */
  public void copy(String forTwin, String other)
      throws IOException, SQLException, InterruptedException {
    service.close();
    for (String name : List.of(forTwin, other)) {
      ground.run(
          "postgres",
          "create database " + name + " template " + OURS + " owner " + OURS + "_owner",
          "grant connect on database " + name + " to " + ROLE);
    }
    this.service = startService();
    this.twin = startTwin(forTwin);
  }

  /** Starts the notification service beside it. */
  public void startRouting() throws IOException, InterruptedException {
    this.routing = startService(Access.NOTIFICATION_SERVICE, ROUTING, ports.get(3));
  }

  /** The processor time of the notification service until now, seconds. */
  public double usedByRouting() {
    return Cpu.of(Objects.requireNonNull(routing).pid()).orElse(Double.NaN);
  }

  private Child startService() throws IOException, InterruptedException {
    return startService(Access.INCIDENT_SERVICE, OURS, ports.get(1));
  }

  private Child startService(String principal, String database, int port)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(common(database));
    Path folder = ground.folder();
    environment.put("HANDOFF_DATABASE_OWNER", database + "_owner");
    environment.put("HANDOFF_DATABASE_OWNER_PASSWORD", ground.password());
    environment.put("HANDOFF_KAFKA_SERVERS", ground.brokerAddress());
    environment.put("HANDOFF_KAFKA_USER", principal);
    environment.put("HANDOFF_KAFKA_PASSWORD", ground.password());
    environment.put("HANDOFF_OIDC_SECRET", OIDC_SECRET);
    environment.put("HANDOFF_STATE_SECRET", ground.password());
    environment.put("HANDOFF_MASTER_KEY_FILE", masterKey().toString());
    environment.put("HANDOFF_CLOCK_FILE", folder.resolve("clock").toString());
    environment.put("HANDOFF_WATCHED_FOLDER", folder.toString());
    environment.put("HANDOFF_FRONT_DOOR", doors().ours().toString());
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return start(
        principal,
        principal,
        Programs.service(principal),
        environment,
        URI.create("http://localhost:" + port + "/" + database + "/q/health/ready"));
  }

  private Child startTwin(String database) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(common(database));
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.get(2)));
    return start(
        "bench-twin",
        Access.INCIDENT_SERVICE,
        Programs.measured("bench-twin"),
        environment,
        URI.create(doors().twin() + "/twin/q/health/ready"));
  }

  private Map<String, String> common(String database) {
    Task.Database access = ground.access(database);
    return Map.of(
        "HANDOFF_DATABASE_URL",
        "jdbc:postgresql://localhost:" + access.port() + "/" + database,
        "HANDOFF_DATABASE_USER",
        database.equals(ROUTING) ? ROUTING + "_app" : ROLE,
        "HANDOFF_DATABASE_PASSWORD",
        ground.password(),
        "HANDOFF_OIDC_URL",
        doors().identity() + "/identity",
        "HANDOFF_OIDC_CLIENT",
        OIDC_CLIENT);
  }

  private Child start(
      String name, String flagsOf, Path jar, Map<String, String> environment, URI health)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaMachine.flags(flagsOf, JavaMachine.heapMegabytes(flagsOf)));
    command.addAll(moreFlags);
    command.addAll(JavaMachine.leashed(Programs.jar("leash"), jar));
    Path log = ground.folder().resolve(name + ".log");
    Child child = Child.start(name, command, environment, log, line -> append(log, line));
    Doors.awaitHealthy(health, child::alive, child::tail);
    return child;
  }

  private static void append(Path log, String line) {
    try {
      Files.writeString(
          log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path masterKey() {
    return ground.folder().resolve("master-key.json");
  }

  /** A Tink keyset of one AES-256-GCM key, in clear text; the folder goes at the end. */
  private static String newMasterKey() {
    byte[] key = new byte[KEY_BYTES + 2];
    new SecureRandom().nextBytes(key);
    // The key's message has one field: number 3, bytes, and their length.
    key[0] = 0x1a;
    key[1] = KEY_BYTES;
    return """
        {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
        "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}
        """
        .formatted(Base64.getEncoder().encodeToString(key));
  }

  /** The end of what the service wrote. */
  public String log() {
    return service.tail();
  }

  @Override
  public void close() throws IOException {
    for (Child other : Arrays.asList(twin, routing)) {
      if (other != null) {
        other.close();
      }
    }
    service.close();
    identity.close();
    ground.close();
  }
}
