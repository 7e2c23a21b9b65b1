package org.warmhandoff.local.broker;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * Formats a data folder once, then serves it until the process ends. A folder left by kill -9 is
 * served again: Kafka recovers its own log.
 *
 * <p>Arguments: data folder, port, controller port; both ports on the loopback interface. The
 * administrator's password comes from the environment ({@value #PASSWORD}), since arguments can be
 * read by every user of the machine; it is written into the folder when that is formatted, so it
 * must stay the same for the folder's life.
 */
public final class Broker {

  static final String PASSWORD = "HANDOFF_BROKER_ADMIN_PASSWORD";

  /** The port clients are told to come back to, where something stands between. */
  static final String ADVERTISED_PORT = "HANDOFF_BROKER_ADVERTISED_PORT";

  private Broker() {}

  /**
   * Prints {@code READY broker localhost:<port>} on standard output when it serves.
   *
   * @throws Exception if the folder cannot be formatted or read, or a port is taken
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: Broker <data folder> <port> <controller port>");
    }
    String password = System.getenv(PASSWORD);
    if (password == null || password.isBlank()) {
      throw new IllegalArgumentException(PASSWORD + " is not set");
    }
    Settings settings =
        new Settings(
            Path.of(args[0]).toAbsolutePath(),
            Integer.parseInt(args[1]),
            Integer.parseInt(System.getenv().getOrDefault(ADVERTISED_PORT, args[1])),
            Integer.parseInt(args[2]),
            password);
    sayWhyItEnds();
    format(settings);
    serve(settings);
  }

  /** Kafka ends the JVM from deep inside; without this a port clash does so without a word. */
  private static void sayWhyItEnds() {
    Exit.setExitProcedure(
        (status, message) -> {
          say("ended itself", status, message);
          System.exit(status);
        });
    Exit.setHaltProcedure(
        (status, message) -> {
          say("halted itself", status, message);
          Runtime.getRuntime().halt(status);
        });
  }

  private static void say(String what, int status, @Nullable String message) {
    System.err.printf(
        "broker: Kafka %s with status %d%s; the log above says more%n",
        what, status, message == null ? "" : " (" + message + ")");
  }

  private static void format(Settings settings) throws Exception {
    if (Files.exists(settings.data().resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(settings.data());
    new Formatter()
        .setPrintStream(
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(Settings.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(settings.data().toString()))
        .setMetadataLogDirectory(settings.data().toString())
        .setControllerListenerName(Settings.CONTROLLER)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setScramArguments(
            List.of(
                "SCRAM-SHA-512=[name=%s,password=%s]"
                    .formatted(Settings.ADMIN, settings.adminPassword())))
        .run();
  }

  private static void serve(Settings settings) {
    Map<String, String> properties = settings.asMap();
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.shutdown();
                  server.awaitShutdown();
                },
                "broker-shutdown"));
    server.startup();
    System.out.println("READY broker localhost:" + settings.port());
    server.awaitShutdown();
  }
}
