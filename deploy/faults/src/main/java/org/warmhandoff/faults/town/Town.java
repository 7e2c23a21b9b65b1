package org.warmhandoff.faults.town;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmhandoff.faults.point.FailPoint;
import org.warmhandoff.faults.proxy.KafkaProtocol;
import org.warmhandoff.faults.proxy.PostgresProtocol;
import org.warmhandoff.faults.proxy.Proxy;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.stack.FreePorts;
import org.warmhandoff.simulator.stack.LocalStack;
import org.warmhandoff.simulator.stack.Services;

/**
 * The local stack with the made-up demo city, everything between its programs led through proxies,
 * and small enough time-outs that a crash is noticed within seconds.
 */
public final class Town implements AutoCloseable {

  /** The agencies of the demo city. */
  public static final List<String> AGENCIES =
      List.of("hiatus-house", "fswe", "harbour-support", "entraide");

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime FIRST = LocalTime.of(15, 30);
  private static final LocalTime LAST = LocalTime.of(20, 30);
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalStack stack;
  private final KafkaProtocol kafka;
  private final Proxy brokerProxy;
  private final Proxy databaseProxy;
  private final FailPoints failPoints;
  private final SmallDisk disk;
  private final Door door;
  private final Databases databases;

  private Town(
      LocalStack stack,
      KafkaProtocol kafka,
      Proxy brokerProxy,
      Proxy databaseProxy,
      FailPoints failPoints,
      SmallDisk disk) {
    this.stack = stack;
    this.kafka = kafka;
    this.brokerProxy = brokerProxy;
    this.databaseProxy = databaseProxy;
    this.failPoints = failPoints;
    this.disk = disk;
    this.door = stack.door(true, PATIENCE);
    this.databases =
        new Databases(
            name ->
                DriverManager.getConnection(
                    stack.jdbc(name),
                    name + "_owner",
                    stack.password("database." + name + ".owner")));
  }

  /**
   * Starts it.
   *
   * @param programs woven programs
   * @param data an empty folder
   * @param settings what a fault of the past sets otherwise, by system property of the services
   */
  public static Town start(Path programs, Path data, Map<String, String> settings) {
    int base = FreePorts.base();
    KafkaProtocol kafka = new KafkaProtocol();
    Proxy broker = Proxy.open(base + 12, kafka);
    Proxy database = Proxy.open(base + 352, new PostgresProtocol());
    FailPoints failPoints = FailPoints.open();
    SmallDisk disk = SmallDisk.under(data);
    try {
      Path overrides = Files.createTempFile("overrides", ".json");
      Files.writeString(overrides, overrides(broker, database, failPoints, settings).toString());
      Instant now = InstantSource.system().instant();
      LocalStack stack =
          LocalStack.start(
              programs,
              data,
              base,
              evening(now.atZone(TORONTO)),
              List.of("--overrides=" + overrides),
              line -> {});
      return new Town(stack, kafka, broker, database, failPoints, disk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      broker.close();
      database.close();
      failPoints.close();
      disk.close();
      throw e;
    }
  }

  private static ObjectNode overrides(
      Proxy broker, Proxy database, FailPoints failPoints, Map<String, String> settings) {
    ObjectNode overrides = JSON.createObjectNode().put("restartAtOnce", true);
    ObjectNode programs = overrides.putObject("programs");
    programs
        .putObject("broker")
        .putObject("environment")
        .put("HANDOFF_BROKER_ADVERTISED_PORT", Integer.toString(broker.port()));
    for (int i = 0; i < Services.PROGRAMS.size(); i++) {
      String service = Services.PROGRAMS.get(i);
      ObjectNode program = programs.putObject(service);
      var flags = program.putArray("flags");
      properties(service, failPoints, settings)
          .forEach((name, value) -> flags.add("-D" + name + "=" + value));
      program
          .putObject("environment")
          .put("HANDOFF_KAFKA_SERVERS", "localhost:" + broker.port())
          .put(
              "HANDOFF_DATABASE_URL",
              "jdbc:postgresql://localhost:" + database.port() + "/" + Services.ROOTS.get(i));
    }
    return overrides;
  }

  private static Map<String, String> properties(
      String service, FailPoints failPoints, Map<String, String> settings) {
    String connector = "mp.messaging.connector.smallrye-kafka.";
    Map<String, String> properties = new TreeMap<>();
    properties.put(FailPoint.PORT, Integer.toString(failPoints.port()));
    properties.put(FailPoint.PROGRAM, service);
    properties.put(connector + "client-id-prefix", service + "-");
    // A crash is noticed after two seconds, not ten: a schedule has few of them.
    properties.put(connector + "session.timeout.ms", "2000");
    properties.put(connector + "heartbeat.interval.ms", "500");
    // Idle consumers leave the machine to programs that start again.
    properties.put(connector + "poll-timeout", "60");
    properties.putAll(settings);
    return properties;
  }

  /** The stack itself. */
  public LocalStack stack() {
    return stack;
  }

  /** Past the front door, each service at its own port. */
  public Door door() {
    return door;
  }

  public KafkaProtocol kafka() {
    return kafka;
  }

  public Proxy brokerProxy() {
    return brokerProxy;
  }

  public Proxy databaseProxy() {
    return databaseProxy;
  }

  public FailPoints failPoints() {
    return failPoints;
  }

  public SmallDisk disk() {
    return disk;
  }

  /** The services' databases as their owners, past the proxy. */
  public Databases databases() {
    return databases;
  }

  /** The database server's administrator, past the proxy. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        stack.jdbc("postgres"), "postgres", stack.password("database.superuser"));
  }

  /** Lets the server keep the time of every commit, which it does from its next start on. */
  public void keepCommitTimes() {
    administer("postgres", "alter system set track_commit_timestamp = on");
    Processes.of(stack, "database").forEach(ProcessHandle::destroyForcibly);
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!keepsCommitTimes()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("the database did not come back");
      }
      Pause.REAL.waits(Duration.ofMillis(100));
    }
  }

  private boolean keepsCommitTimes() {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet setting = statement.executeQuery("show track_commit_timestamp")) {
      return setting.next() && setting.getString(1).equals("on");
    } catch (SQLException notBackYet) {
      return false;
    }
  }

  /** Runs a statement in a database as the server's administrator. */
  public void administer(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                stack.jdbc(database), "postgres", stack.password("database.superuser"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Business time. */
  public Instant now() {
    return stack.clock().instant();
  }

  /** Lets business time pass. */
  public void passes(Duration time) {
    stack.clock().freezeAt(now().plus(time));
  }

  /** Goes to an hour at which workers are on duty, where it is none. */
  public void toDuty() {
    ZonedDateTime now = now().atZone(TORONTO);
    LocalTime time = now.toLocalTime();
    boolean onDuty =
        now.getDayOfWeek().compareTo(DayOfWeek.WEDNESDAY) >= 0
            && !time.isBefore(FIRST)
            && !time.isAfter(LAST);
    if (!onDuty) {
      stack.clock().freezeAt(evening(now));
    }
  }

  private static Instant evening(ZonedDateTime after) {
    return after.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).with(EVENING).toInstant();
  }

  @Override
  public void close() {
    databases.close();
    stack.close();
    brokerProxy.close();
    databaseProxy.close();
    failPoints.close();
    disk.close();
  }
}
