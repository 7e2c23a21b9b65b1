package org.warmhandoff.bench.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.contestant.Contestant;
import org.warmhandoff.bench.contestant.KafkaClient;
import org.warmhandoff.bench.contestant.Sample;
import org.warmhandoff.bench.contestant.Task;
import org.warmhandoff.bench.ground.Child;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.measure.Arrivals;
import org.warmhandoff.bench.measure.Cpu;

/**
 * One contestant in one phase: an empty database and topic of its own on the shared ground, and its
 * process, started as often as the phase wants.
 */
final class Stage implements AutoCloseable {

  /** The same for everybody. Both compilers: a drain lasts long enough to be worth them. */
  private static final List<String> FLAGS =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Duser.timezone=UTC");

  private static final String SESSIONS =
      "select count(*) from pg_stat_activity where datname = current_database() and usename = '"
          + Ground.ROLE
          + "'";

  private final Ground ground;
  private final Peer peer;
  private final String database;
  private final Path folder;
  private final Task.Kafka kafka;
  private volatile long fed;
  private volatile double feeding;
  private volatile boolean fedAll;

  Stage(Ground ground, Peer peer, String phase)
      throws IOException, SQLException, InterruptedException {
    this.ground = ground;
    this.peer = peer;
    this.database = peer.word() + "_" + phase;
    this.folder = Files.createDirectories(ground.folder().resolve(database));
    this.kafka = ground.topic("bench." + database);
    ground.run("postgres", "create database " + database);
    peer.prepare(ground, database);
    ground.run(
        database,
        "create table noted (number bigint primary key)",
        "grant select, insert on noted to " + Ground.ROLE);
  }

  /** Starts to read what arrives. */
  Arrivals arrivals(int timed) {
    return new Arrivals(
        KafkaClient.settings(kafka), kafka.topic(), Task.KEYS, timed, Sample::numberIn);
  }

  /** Stores events with no relay beside, and leaves the tables as a quiet minute would. */
  void load(int rows) throws IOException, SQLException, InterruptedException {
    try (Child loader = start(0, rows, 0, false)) {
      loader.awaitEnd(Duration.ofHours(1));
    }
    ground.run(database, "vacuum (analyze)", "checkpoint");
    while (!peer.isDue(ground, database)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Starts the relay and waits until it is ready; it tells no events. */
  Child relay() throws IOException, InterruptedException {
    return start(0, 0, 1, false).awaitReady();
  }

  /** Starts the relay, which tells events too, and waits until it is ready. */
  Child relay(long from, int count, int rate, boolean noted)
      throws IOException, InterruptedException {
    return start(from, count, rate, noted).awaitReady();
  }

  private Child start(long from, int count, int rate, boolean noted) throws IOException {
    fed = 0;
    feeding = 0;
    fedAll = false;
    Task task =
        new Task(peer.word(), folder, ground.access(database), kafka, from, count, rate, noted);
    return Child.start(
        peer.word(),
        FLAGS,
        System.getProperty("java.class.path"),
        Map.of(),
        List.of(
            Contestant.class.getName(), task.write(folder.resolve("task.properties")).toString()),
        folder.resolve("log"),
        this::hear);
  }

  private void hear(String line) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[0].startsWith("FED")) {
      fed = Long.parseLong(words[1]);
      feeding = Long.parseLong(words[2]) / 1e9;
      fedAll |= words[0].equals("FED-ALL");
    }
  }

  /** Events the running process has told. */
  long fed() {
    return fed;
  }

  boolean fedAll() {
    return fedAll;
  }

  /** What has been used until now. */
  Used used(Child contestant) throws IOException {
    return new Used(
        Cpu.of(contestant.pid())
            .orElseThrow(() -> new IllegalStateException(peer.word() + " died: " + log())),
        feeding,
        Cpu.ofServer(ground.databaseServer()),
        Cpu.of(ground.brokerProcess()).orElseThrow());
  }

  /** Numbers of the events that were committed with a note. */
  BitSet noted() throws SQLException {
    BitSet all = new BitSet();
    try (Connection connection = ground.superuser(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select number from noted")) {
      while (rows.next()) {
        all.set((int) rows.getLong(1));
      }
    }
    return all;
  }

  /** Waits until the server has noticed the end of every killed client. */
  void awaitSessionsEnd() throws SQLException, InterruptedException {
    while (!text(SESSIONS).equals("0")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  Connection connect() throws SQLException {
    return ground.superuser(database);
  }

  String text(String query) throws SQLException {
    return ground.text(database, query);
  }

  Path folder() {
    return folder;
  }

  /** The end of what its processes complained of. */
  String log() {
    try {
      String all = Files.readString(folder.resolve("log"));
      return all.substring(Math.max(0, all.length() - 3_000));
    } catch (IOException e) {
      return "no log";
    }
  }

  @Override
  public void close() throws SQLException {
    peer.cleanUp(ground, database);
    ground.run("postgres", "drop database " + database + " with (force)");
    ground.remove(kafka);
  }
}
