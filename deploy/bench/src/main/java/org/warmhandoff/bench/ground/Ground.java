package org.warmhandoff.bench.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.warmhandoff.bench.contestant.KafkaClient;
import org.warmhandoff.bench.contestant.Task;

/**
 * The database and the broker of the local stack, on free ports and in a folder that is removed at
 * the end. Commits are durable.
 */
public final class Ground implements AutoCloseable {

  /** The role every contestant works as. */
  public static final String ROLE = "bench";

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final String ADMIN = "admin";
  private static final String SUPERUSER = "postgres";
  private static final int PARTITIONS = 12;

  private final Path folder;
  private final String password = UUID.randomUUID().toString();
  private final List<Integer> ports = freePorts(3);
  private final Child broker;
  private final Child database;

  /** Starts both; the write-ahead log holds what logical decoding needs. */
  public Ground() throws IOException, SQLException, InterruptedException {
    this(true);
  }

  private Ground(boolean decoding) throws IOException, SQLException, InterruptedException {
    this.folder = Files.createTempDirectory("handoff-bench");
    this.broker = broker();
    Child first = database();
    this.database = decoding ? decoding(first) : committed(first);
    broker.awaitReady();
    check(decoding ? "logical" : "replica");
  }

  /**
   * Starts both as {@code ./handoff up} does: the log holds what recovery needs. Besides, the
   * server remembers when each transaction was committed, so that a benchmark can ask.
   */
  static Ground asInstalled() throws IOException, SQLException, InterruptedException {
    return new Ground(false);
  }

  private Child committed(Child first) throws IOException, SQLException, InterruptedException {
    run(SUPERUSER, "alter system set track_commit_timestamp = on");
    first.close();
    return database();
  }

  private Child decoding(Child first) throws IOException, SQLException, InterruptedException {
    try (Connection connection = superuser(SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set wal_level = 'logical'");
      statement.execute("create role " + ROLE + " login replication password '" + password + "'");
    }
    first.close();
    return database();
  }

  private Child broker() throws IOException {
    return Child.start(
        "broker",
        List.of("-Xmx512m", "-XX:+UseSerialGC"),
        Programs.jar("broker").toString(),
        Map.of("HANDOFF_BROKER_ADMIN_PASSWORD", password),
        List.of(
            "org.warmhandoff.local.broker.Broker",
            folder.resolve("broker").toString(),
            Integer.toString(ports.get(0)),
            Integer.toString(ports.get(1))),
        folder.resolve("broker.log"),
        line -> {});
  }

  private Child database() throws IOException, InterruptedException {
    Map<String, String> passwords = new HashMap<>();
    passwords.put("HANDOFF_DATABASE_ADMIN_PASSWORD", password);
    for (String name : List.of("INCIDENT", "NOTIFICATION", "REFERRAL", "ANALYTICS")) {
      passwords.put("HANDOFF_PASSWORD_" + name + "_OWNER", password);
      passwords.put("HANDOFF_PASSWORD_" + name + "_APP", password);
    }
    return Child.start(
            "database",
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            Programs.jar("database").toString(),
            passwords,
            List.of(
                "org.warmhandoff.local.database.Database",
                folder.resolve("database").toString(),
                Integer.toString(ports.get(2))),
            folder.resolve("database.log"),
            line -> {})
        .awaitReady();
  }

  private void check(String logged) throws SQLException {
    for (String name : DURABLE) {
      shown(name, "on");
    }
    shown("wal_level", logged);
    System.out.println("  shared_buffers = " + text(SUPERUSER, "show shared_buffers"));
  }

  private void shown(String name, String wanted) throws SQLException {
    String value = text(SUPERUSER, "show " + name);
    System.out.println("  " + name + " = " + value);
    if (!value.equals(wanted)) {
      throw new IllegalStateException(name + " must not be " + value);
    }
  }

  /** Where logs and the contestants' files are. */
  public Path folder() {
    return folder;
  }

  /** The server's first process. */
  public long databaseServer() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("database/cluster/postmaster.pid")).getFirst().strip());
  }

  /** The broker's process. */
  public long brokerProcess() {
    return broker.pid();
  }

  /** A connection of the superuser. */
  public Connection superuser(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + ports.get(2) + "/" + name, SUPERUSER, password);
  }

  /** Runs statements as the superuser, each by itself. */
  public void run(String name, String... statements) throws SQLException {
    try (Connection connection = superuser(name);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of the first row. */
  public String text(String name, String query) throws SQLException {
    try (Connection connection = superuser(name);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  /** A contestant's database. */
  public Task.Database access(String name) {
    return new Task.Database(ports.get(2), name, ROLE, password);
  }

  /** Where the server listens, on this machine. */
  public int databasePort() {
    return ports.get(2);
  }

  /** Where the broker listens, host and port. */
  String brokerAddress() {
    return "localhost:" + ports.get(0);
  }

  /** The password of every role, the superuser's too. */
  public String password() {
    return password;
  }

  /** Creates a topic and tells how to reach it. */
  public Task.Kafka topic(String name) throws InterruptedException {
    Task.Kafka kafka = new Task.Kafka("localhost:" + ports.get(0), ADMIN, password, name);
    try (Admin admin = Admin.create(KafkaClient.settings(kafka))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no topic " + name, e);
    }
    return kafka;
  }

  /** Removes a topic and what is in it. */
  public void remove(Task.Kafka kafka) {
    try (Admin admin = Admin.create(KafkaClient.settings(kafka))) {
      admin.deleteTopics(List.of(kafka.topic())).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot remove " + kafka.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Held until all are found, so that none is handed out twice.
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }

  /** Stops both and removes the folder. */
  @Override
  public void close() throws IOException {
    broker.close();
    database.close();
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
