package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.Simulator;
import org.warmhandoff.simulator.stack.Heard;

/**
 * Ends one program after the other without warning while people page workers and record consents,
 * and a file is being fed in which every incident is posted three times: the newest state first for
 * some, an older one after it, one of them twice. Afterwards nothing may be lost, nothing told
 * twice, nothing left out, and nothing may wait.
 */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(4)
class FaultTest {

  private static final int INCIDENTS = 250;
  private static final int WALKS = 12;
  private static final int OLDER = 5;
  private static final int NEWEST = 1;
  private static final int POSTS_PER_INCIDENT = 3;
  static final String MAPPING =
      """
      version: 1
      time: {column: at, zone: America/Toronto}
      policeService: {column: service}
      fields:
        externalId: {column: id}
        type: {column: type}
        status: {default: active}
        domestic: {column: domestic}
        priority: {column: priority}
      """;

  @TempDir private Path folder;
  private City city;

  @BeforeAll
  void open(City city) {
    this.city = city;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incident-service",
        "notification-service",
        "referral-service",
        "analytics-service",
        "broker",
        "database"
      })
  void kill_9_during_a_replay_loses_nothing_and_tells_nothing_twice(String program)
      throws IOException, SQLException {
    Path file = folder.resolve(program + ".csv");
    Path mapping = folder.resolve("mapping.yaml");
    Files.writeString(mapping, MAPPING);
    Files.writeString(file, feed(program));
    long pid = city.local().pid(program).orElseThrow();

    CompletableFuture<Integer> replay =
        CompletableFuture.supplyAsync(
            () ->
                Simulator.run(
                    "replay",
                    file.toString(),
                    "--mapping=" + mapping,
                    "--at-once",
                    "--lanes=8",
                    "--data=" + folder.resolve("state"),
                    "--url=" + city.stack().url()));
    City.eventually("the replay is on its way", () -> stored(program) > INCIDENTS / 4);
    Walks walks = new Walks(city);
    CompletableFuture<Void> walking = CompletableFuture.runAsync(() -> walks.walk(program, WALKS));
    City.eventually("people are at work", () -> walks.walked() > WALKS / 4 || walking.isDone());
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();

    assertThat(replay.join()).as("the replay goes on by itself and ends well").isZero();
    walking.join();
    City.eventually("it was started again", () -> isRunning(program, pid));
    city.settlesAfterRestart();

    assertThat(stored(program)).isEqualTo(INCIDENTS);
    nothingTwiceAndNothingLeftOut();
    everyIncidentOfTheFileWasToldToItsNewestState(program);
    walks.eachHadItsEffectsOnce();
    everyFactReachedAnalytics();
  }

  /** One incident in three has its newest state first and an older one behind it. */
  static String feed(String program) {
    List<String> rows = new ArrayList<>();
    LocalDateTime start = LocalDateTime.parse("2018-01-10T12:00:00");
    List<String> services = List.of("windsor", "cleveland", "richelieu", "harbour-city");
    for (int i = 0; i < INCIDENTS; i++) {
      String id = "%s-%04d".formatted(program, i);
      String service = services.get(i % services.size());
      LocalDateTime at = start.plusSeconds(i * 20L);
      String older = row(at, service, id, OLDER, i);
      String newer = row(at.plusMinutes(30), service, id, NEWEST, i);
      rows.addAll(i % 3 == 0 ? List.of(newer, older, newer) : List.of(older, newer, newer));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      order.addAll(Collections.nCopies(POSTS_PER_INCIDENT, i));
    }
    Collections.shuffle(order, new Random(7));
    Map<Integer, Integer> used = new HashMap<>();
    StringBuilder file = new StringBuilder("at,service,id,priority,type,domestic\n");
    for (int incident : order) {
      int nth = used.merge(incident, 1, Integer::sum) - 1;
      file.append(rows.get(incident * POSTS_PER_INCIDENT + nth)).append('\n');
    }
    return file.toString();
  }

  private static String row(LocalDateTime at, String service, String id, int priority, int number) {
    return "%s,%s,%s,%d,%s,%s"
        .formatted(at, service, id, priority, "DVA", number % 5 == 0 ? "yes" : "no");
  }

  /** How many incidents of this feed are stored; -1 while the database is down. */
  private long stored(String program) {
    try {
      return storedIds(program).size();
    } catch (SQLException whileItIsDown) {
      return -1;
    }
  }

  private List<String> storedIds(String program) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection database = city.database("incident");
        PreparedStatement stored =
            database.prepareStatement("select id from incident where external_id like ?")) {
      stored.setString(1, program + "-0%");
      try (ResultSet result = stored.executeQuery()) {
        while (result.next()) {
          ids.add(result.getString(1));
        }
      }
    }
    return ids;
  }

  /** Of every aggregate on every topic: each version told once, none left out. */
  private void nothingTwiceAndNothingLeftOut() {
    Map<String, TreeMap<Long, Heard>> versions = new HashMap<>();
    for (Heard event : City.once(city.heard())) {
      String aggregate = event.topic() + " " + event.attribute("subject");
      long version = Long.parseLong(event.attribute("aggregateversion"));
      assertThat(versions.computeIfAbsent(aggregate, a -> new TreeMap<>()).put(version, event))
          .as("version %d of %s told by two events", version, aggregate)
          .isNull();
    }
    versions.forEach(
        (aggregate, told) ->
            assertThat(told.lastKey()).as("no gap in " + aggregate).isEqualTo(told.size()));
  }

  private void everyIncidentOfTheFileWasToldToItsNewestState(String program) throws SQLException {
    Set<String> ours = new HashSet<>(storedIds(program));
    Map<String, JsonNode> last = new HashMap<>();
    for (Heard event : city.heard()) {
      if (event.topic().equals(Topics.INCIDENT) && ours.contains(event.key())) {
        last.put(event.key(), event.data());
      }
    }
    assertThat(last.keySet()).isEqualTo(ours);
    assertThat(last.values())
        .allMatch(state -> state.path("facts").path("priority").asInt() == NEWEST);
  }

  private void everyFactReachedAnalytics() throws SQLException {
    assertThat(count("analytics", "incident_fact")).isEqualTo(count("incident", "incident"));
    assertThat(count("analytics", "consent_fact")).isEqualTo(count("referral", "consent"));
    assertThat(count("analytics", "referral_fact")).isEqualTo(count("referral", "referral"));
    assertThat(count("analytics", "assignment_fact"))
        .isEqualTo(count("notification", "assignment"));
  }

  private long count(String service, String table) throws SQLException {
    try (Connection database = city.database(service);
        Statement count = database.createStatement();
        ResultSet result = count.executeQuery("select count(*) from " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  private boolean isRunning(String program, long before) {
    var pid = city.local().pid(program);
    return pid.isPresent() && pid.getAsLong() != before;
  }
}
