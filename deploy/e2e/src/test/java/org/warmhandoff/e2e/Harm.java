package org.warmhandoff.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;

/** What can befall a running city, and the way back. */
final class Harm {

  /** The relay's advisory lock, as the relay names it. */
  private static final int RELAY_LOCK = 0x57484F52;

  private static final AclBinding GRANT =
      new AclBinding(
          new ResourcePattern(ResourceType.TOPIC, Topics.INCIDENT, PatternType.LITERAL),
          new AccessControlEntry(
              "User:" + Access.INCIDENT_SERVICE, "*", AclOperation.WRITE, AclPermissionType.ALLOW));

  private final City city;

  Harm(City city) {
    this.city = city;
  }

  /** Something that may go wrong while something else is broken. */
  interface Meanwhile {
    void run() throws Exception;
  }

  void serviceHangs(String program, Meanwhile meanwhile) throws Exception {
    long pid = city.local().pid(program).orElseThrow();
    signal("STOP", pid);
    try {
      meanwhile.run();
    } finally {
      signal("CONT", pid);
    }
  }

  /** One after the other, and nobody who starts them again. */
  void brokerAndDatabaseAreGone(Meanwhile brokerIsGone, Meanwhile bothAreGone) throws Exception {
    Path data = city.local().data();
    long launcher =
        new ObjectMapper().readTree(data.resolve("run.json").toFile()).at("/launcher/pid").asLong();
    String server = Files.readAllLines(data.resolve("database/cluster/postmaster.pid")).getFirst();
    long keeper = city.local().pid("database").orElseThrow();
    long broker = city.local().pid("broker").orElseThrow();
    signal("STOP", launcher);
    try {
      signal("KILL", broker);
      brokerIsGone.run();
      signal("KILL", keeper);
      signal("KILL", Long.parseLong(server.strip()));
      bothAreGone.run();
    } finally {
      signal("CONT", launcher);
    }
  }

  /** Nobody reads or writes this table for as long as the connection is open. */
  Connection locked(String database, String table) throws SQLException {
    Connection connection = city.database(database);
    connection.setAutoCommit(false);
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table " + table + " in access exclusive mode");
    }
    return connection;
  }

  static boolean isOpen(Connection connection) {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Somebody else leads in the relay's place for as long as the connection is open. */
  Connection relayDeposed(String service) throws SQLException {
    Connection usurper = app(service);
    CompletableFuture<Void> usurped = CompletableFuture.runAsync(() -> usurp(usurper));
    try (Connection end = app(service);
        Statement statement = end.createStatement()) {
      City.eventually(
          "the relay's place is taken",
          () -> {
            depose(statement, service);
            return usurped.isDone();
          });
    }
    usurped.join();
    return usurper;
  }

  private Connection app(String database) throws SQLException {
    return DriverManager.getConnection(
        city.local().jdbc(database),
        database + "_app",
        city.local().password("database." + database + ".app"));
  }

  private static void usurp(Connection connection) {
    try (Statement wait = connection.createStatement()) {
      wait.execute("select pg_advisory_lock(" + RELAY_LOCK + ", 0)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void depose(Statement statement, String service) {
    try {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'relay of /"
              + service
              + "-service'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Incidents are not told to their topic. */
  void grantIsMissing(Meanwhile meanwhile) throws Exception {
    try (Admin admin = Admin.create(city.stack().kafka("admin"))) {
      admin.deleteAcls(List.of(GRANT.toFilter())).all().get();
      try {
        meanwhile.run();
      } finally {
        giveBack(admin);
      }
    }
  }

  private static void giveBack(Admin admin) throws ExecutionException, InterruptedException {
    admin.createAcls(List.of(GRANT)).all().get();
  }

  /** What a service asks its database for the time is answered so many seconds ahead. */
  void clocksAreApart(String database, long seconds, Meanwhile meanwhile) throws Exception {
    String sessions =
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s_app'"
            .formatted(database);
    String role = "alter role %1$s_app in database %1$s ".formatted(database);
    try (Connection superuser =
            DriverManager.getConnection(
                city.local().jdbc(database),
                "postgres",
                city.local().password("database.superuser"));
        Statement statement = superuser.createStatement()) {
      statement.execute("create schema ahead");
      statement.execute("grant usage on schema ahead to " + database + "_app");
      statement.execute(
          "create function ahead.clock_timestamp() returns timestamptz language sql as"
              + " $$ select pg_catalog.clock_timestamp() + interval '%d seconds' $$"
                  .formatted(seconds));
      statement.execute(role + "set search_path = ahead, pg_catalog, public");
      statement.execute(sessions);
      try {
        meanwhile.run();
      } finally {
        statement.execute(role + "reset search_path");
        statement.execute("drop schema ahead cascade");
        statement.execute(sessions);
      }
    }
  }

  /** A record nobody can read. */
  void poison(String topic, String principal) {
    send(principal, new ProducerRecord<>(topic, UUID.randomUUID().toString(), new byte[] {1}));
  }

  private void send(String principal, ProducerRecord<String, byte[]> record) {
    try (KafkaProducer<String, byte[]> producer = producer(principal)) {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A version of some aggregate's fact. It is of a type nobody knows: whoever counts versions waits
   * for the one before it, and does nothing else about it.
   */
  void tells(String topic, String principal, UUID aggregate, int version) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, aggregate.toString(), new byte[] {'{', '}'});
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/" + principal,
            "ce_type",
            "org.warmhandoff.not-known-yet.v1",
            "ce_subject",
            aggregate.toString(),
            "ce_aggregateversion",
            Integer.toString(version))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    send(principal, record);
  }

  private KafkaProducer<String, byte[]> producer(String principal) {
    return new KafkaProducer<>(
        city.stack().kafka(principal), new StringSerializer(), new ByteArraySerializer());
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    assertThat(run("kill", "-" + name, Long.toString(pid))).isZero();
  }

  /** A program of the machine; its exit code. */
  static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
