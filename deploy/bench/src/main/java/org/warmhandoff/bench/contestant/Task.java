package org.warmhandoff.bench.contestant;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * What a contestant is to do, handed over as a file that only its owner can read.
 *
 * @param contestant ours, debezium or gruelbox
 * @param folder kept from one life of the contestant to the next
 * @param from number of the first event it tells itself
 * @param count how many events it tells
 * @param rate events a second, one transaction each; 0 for as fast as it can, in transactions of
 *     {@link #LOAD_BATCH}, with no relay beside it
 * @param noted whether each event's number is stored in the same transaction, so that what was
 *     committed is known after a kill
 */
public record Task(
    String contestant,
    Path folder,
    Database database,
    Kafka kafka,
    long from,
    int count,
    int rate,
    boolean noted) {

  /** Events in one transaction where there is no relay yet. */
  public static final int LOAD_BATCH = 100;

  /** Aggregates, each with a key of its own: order holds within them. */
  public static final int KEYS = 4_800;

  /** Threads that tell events; a key always has the same one, so that its order is known. */
  public static final int TELLERS = 16;

  /** Nanoseconds of the monotonic clock at each commit's return, by event. */
  public static final String COMMITS = "commits.bin";

  /** A database of one contestant alone, and the role it works as. */
  public record Database(int port, String name, String user, String password) {

    /** The JDBC URL. */
    public String url() {
      return "jdbc:postgresql://localhost:" + port + "/" + name;
    }
  }

  /** The broker and the contestant's topic. */
  public record Kafka(String servers, String user, String password, String topic) {}

  boolean load() {
    return rate == 0;
  }

  /** Writes it for the contestant's process. */
  public Path write(Path file) throws IOException {
    Properties all = new Properties();
    all.setProperty("contestant", contestant);
    all.setProperty("folder", folder.toString());
    all.setProperty("database.port", Integer.toString(database.port()));
    all.setProperty("database.name", database.name());
    all.setProperty("database.user", database.user());
    all.setProperty("database.password", database.password());
    all.setProperty("kafka.servers", kafka.servers());
    all.setProperty("kafka.user", kafka.user());
    all.setProperty("kafka.password", kafka.password());
    all.setProperty("kafka.topic", kafka.topic());
    all.setProperty("from", Long.toString(from));
    all.setProperty("count", Integer.toString(count));
    all.setProperty("rate", Integer.toString(rate));
    all.setProperty("noted", Boolean.toString(noted));
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      all.store(writer, null);
    }
    return file;
  }

  static Task read(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      all.load(reader);
    }
    return new Task(
        all.getProperty("contestant"),
        Path.of(all.getProperty("folder")),
        new Database(
            Integer.parseInt(all.getProperty("database.port")),
            all.getProperty("database.name"),
            all.getProperty("database.user"),
            all.getProperty("database.password")),
        new Kafka(
            all.getProperty("kafka.servers"),
            all.getProperty("kafka.user"),
            all.getProperty("kafka.password"),
            all.getProperty("kafka.topic")),
        Long.parseLong(all.getProperty("from")),
        Integer.parseInt(all.getProperty("count")),
        Integer.parseInt(all.getProperty("rate")),
        Boolean.parseBoolean(all.getProperty("noted")));
  }
}
