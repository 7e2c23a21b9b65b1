package org.warmhandoff.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.stack.FreePorts;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;
import org.warmhandoff.simulator.stack.LocalStack;
import org.warmhandoff.simulator.stack.Quiet;
import org.warmhandoff.simulator.stack.RunningStack;

/**
 * The made-up city of the demo configuration, on free ports, in a temporary folder, its clock
 * standing still on a Wednesday evening until a test moves it.
 */
final class City implements AutoCloseable {

  static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  static final Path ROOT = Path.of(System.getProperty("handoff.root", "../.."));
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration ANSWERED_BY = Duration.ofMinutes(3);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final RunningStack stack;
  private final Door door;
  private final Quiet quiet;
  private final Hearing ear;
  private final List<Heard> heard = new ArrayList<>();

  private City(RunningStack stack) {
    this.stack = stack;
    this.door = stack.door(false, PATIENCE);
    this.quiet = stack.quiet(PATIENCE);
    this.ear = stack.hear(Topics.shared().stream().map(Topics.Topic::name).toList());
    quiet.watchAlso(ear.partitions());
  }

  static City start() {
    return start(List.of());
  }

  /** With more options for the launcher. */
  static City start(List<String> options) {
    try {
      Path data = Files.createTempDirectory("warm-handoff-e2e");
      Files.delete(data);
      System.out.println("the stack of these tests keeps everything in " + data);
      return new City(
          LocalStack.start(
              ROOT.toAbsolutePath().normalize(),
              data,
              FreePorts.base(),
              wednesdayEvening(),
              options,
              System.out::println));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A city on a system that runs already, with the demo configuration and its clock standing. */
  static City on(RunningStack stack) {
    return new City(stack);
  }

  /** Where the clock stands at first. */
  static Instant wednesdayEvening() {
    return InstantSource.system()
        .instant()
        .atZone(TORONTO)
        .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
        .with(EVENING)
        .toInstant();
  }

  /** The same city again, on its folder and its ports, after it was stopped. */
  static City again(LocalStack stopped) {
    return new City(
        LocalStack.start(
            ROOT.toAbsolutePath().normalize(),
            stopped.data(),
            stopped.url().getPort(),
            stopped.clock().instant(),
            System.out::println));
  }

  RunningStack stack() {
    return stack;
  }

  /** The processes and files of the local stack, for tests that reach behind its doors. */
  LocalStack local() {
    return (LocalStack) stack;
  }

  Door door() {
    return door;
  }

  Instant now() {
    return stack.clock().instant();
  }

  /** Business time passes; returns when nothing is in flight. */
  void passes(Duration time) {
    movesTo(now().plus(time));
  }

  void movesTo(Instant instant) {
    stack.clock().freezeAt(instant);
    settles();
  }

  /** Thursday at half past six, or half an hour on where that is over: every crew is out. */
  void movesToNextEvening() {
    var now = now().atZone(TORONTO);
    var evening =
        now.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)).with(LocalTime.of(18, 30));
    movesTo((evening.isAfter(now) ? evening : now.plus(Duration.ofMinutes(30))).toInstant());
  }

  /** What other tests asked for runs out with every worker it may ask: they are free again. */
  void askedRunsOut() {
    for (int workers = 0; workers < 4; workers++) {
      passes(ANSWERED_BY.plusMinutes(1));
    }
  }

  /** Returns when nothing is in flight, everything told having been heard. */
  void settles() {
    heard.addAll(ear.upTo(quiet.await(PATIENCE)));
  }

  /** After a restart the groups have their partitions anew. */
  void settlesAfterRestart() {
    eventually("every group has its partitions again", quiet::takeUp);
    quiet.watchAlso(ear.partitions());
    settles();
  }

  /** Everything told so far, in the order it was heard. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** What was told about an incident, of one kind, oldest first. */
  List<Heard> told(String what, UUID incident) {
    return heard.stream()
        .filter(event -> event.what().equals(what))
        .filter(
            event ->
                event.key().equals(incident.toString())
                    || event.attribute("correlationid").equals(incident.toString()))
        .toList();
  }

  /** The same event again is no second one: its id says so. */
  static List<Heard> once(List<Heard> events) {
    Set<String> seen = new HashSet<>();
    return events.stream().filter(event -> seen.add(event.attribute("id"))).toList();
  }

  Answer posts(Caller who, String path, String json) {
    return door.post(who, path, json(json));
  }

  Answer posts(Caller who, String path) {
    return door.post(who, path, null);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static UUID id(JsonNode node, String field) {
    return UUID.fromString(node.path(field).asText());
  }

  /** A connection to one service's database as its owner. */
  Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        local().jdbc(name), name + "_owner", local().password("database." + name + ".owner"));
  }

  /** Looks again and again, for a bounded time. */
  static void eventually(String what, BooleanSupplier holds) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("never came true: " + what);
      }
      Pause.REAL.waits(Duration.ofMillis(50));
    }
  }

  @Override
  public void close() {
    ear.close();
    quiet.close();
    stack.close();
  }
}
