package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Pause;

/**
 * Each alert rule, caused for real and cured, seen by a real Prometheus whose waiting times are
 * shortened ({@link Prometheus}). No machine's clock is moved: the database is given a function
 * that tells another time.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestInstance(Lifecycle.PER_CLASS)
@Order(7)
class AlertTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller CAD = Caller.cad("windsor");
  private static final Caller OFFICER = Caller.person("windsor-officer-1");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MORE_THAN_A_BATCH = 700;
  private static final List<String> SERVICES =
      List.of("incident", "referral", "notification", "analytics");

  private Path disk = Path.of("");
  private City city;
  private Harm harm;
  private Prometheus prometheus;
  private int reports;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    if (Prometheus.program("prometheus").isEmpty()) {
      System.err.println(
          "!!!! ALERT RULES ARE NOT TESTED: no prometheus here (Debian: apt install prometheus) !!!!");
    }
    assumeTrue(Prometheus.program("prometheus").isPresent(), "no prometheus");
    disk = Files.createDirectory(folder.resolve("disk"));
    city = City.start(List.of("--overrides=" + overrides(folder)));
    harm = new Harm(city);
    prometheus = Prometheus.start(Prometheus.program("prometheus").orElseThrow(), folder, city);
    silent();
  }

  /** The services look at themselves once a second, one of them at a disk of this test's own. */
  private Path overrides(Path folder) throws IOException {
    ObjectNode programs = JSON.createObjectNode();
    for (String service : SERVICES) {
      programs.withObject("/" + service + "-service/environment").put("HANDOFF_METERS_EVERY", "1S");
    }
    programs
        .withObject("/analytics-service/environment")
        .put("HANDOFF_WATCHED_FOLDER", disk.toString());
    ObjectNode overrides = JSON.createObjectNode().put("restartAtOnce", true);
    overrides.set("programs", programs);
    return Files.writeString(folder.resolve("overrides.json"), overrides.toString());
  }

  @AfterAll
  void close() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (city != null) {
      city.close();
    }
  }

  @Test
  void a_service_that_hangs() throws Exception {
    harm.serviceHangs("analytics-service", () -> fires("ServiceDown"));
    silent();
  }

  @Test
  void a_record_nobody_can_read() {
    harm.poison(Topics.ASSIGNMENT, Access.NOTIFICATION_SERVICE);
    fires("RecordSetAside");
    for (String service : List.of("incident", "referral", "analytics")) {
      String door = "/" + service + "/api/v1/repair";
      City.eventually(
          "set aside by " + service,
          () -> city.door().get(Caller.operator(), door).json().size() == 1);
      JsonNode record = city.door().get(Caller.operator(), door).json().get(0).path("record");
      Answer dropped =
          city.posts(
              Caller.operator(),
              door + "/" + record.path("number").asLong() + "/dropping",
              "{\"edition\":%d,\"word\":\"poisoned by a test\",\"version\":0}"
                  .formatted(record.path("edition").asInt()));
      assertThat(dropped.done()).as(dropped.problem()).isTrue();
    }
    silent();
  }

  /** More than it takes at once: what is left of it, it knows to be behind. */
  @Test
  void a_consumer_that_is_stuck_before_a_mountain() throws Exception {
    try (Connection progress = harm.locked("analytics", "aggregate_progress")) {
      harm.serviceHangs(
          "analytics-service",
          () -> {
            for (int i = 0; i < MORE_THAN_A_BATCH; i++) {
              report("active");
            }
          });
      fires("LagDoesNotShrink");
      assertThat(progress).matches(Harm::isOpen);
    }
    silent();
  }

  @Test
  void locks_that_somebody_holds() throws Exception {
    report("active");
    city.settles();
    try (Connection deadlines = harm.locked("notification", "deadline")) {
      try (Connection progress = harm.locked("analytics", "aggregate_progress")) {
        report("active");
        fires("ConsumerStuck", "DeadlinesNotActedOn", "FiguresAreOld");
        assertThat(progress).matches(Harm::isOpen);
      }
      assertThat(deadlines).matches(Harm::isOpen);
    }
    silent();
  }

  /** A scrape waits for none of it: the figures are taken beside it. */
  @Test
  void messages_nobody_may_look_at() throws Exception {
    try (Connection messages = harm.locked("incident", "webhook_delivery")) {
      fires("WebhooksNotSent");
      assertThat(messages).matches(Harm::isOpen);
    }
    silent();
  }

  @Test
  void a_relay_whose_place_is_taken() throws Exception {
    try (Connection leader = harm.relayDeposed("incident")) {
      report("active");
      fires("NoRelayLeader", "FactsNotSent");
      assertThat(leader).matches(Harm::isOpen);
    }
    silent();
  }

  @Test
  void a_grant_that_is_missing() throws Exception {
    harm.grantIsMissing(
        () -> {
          report("active");
          fires("FactsHeld");
        });
    silent();
  }

  @Test
  void a_broker_and_a_database_that_are_gone() throws Exception {
    harm.brokerAndDatabaseAreGone(() -> fires("BrokerAway"), () -> fires("DatabaseAway"));
    silent();
    city.settlesAfterRestart();
  }

  @Test
  void a_disk_that_fills() throws Exception {
    boolean mounted =
        Harm.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0;
    if (!mounted) {
      System.err.println(
          "!!!! THE ALERT OF A FULL DISK IS NOT TRIED: only root may mount one !!!!");
    }
    assumeTrue(mounted, "no disk of its own");
    try {
      Path file = Files.write(disk.resolve("logs"), new byte[7_800_000]);
      fires("DiskNearlyFull");
      Files.delete(file);
      silent();
    } finally {
      Harm.run("umount", disk.toString());
    }
  }

  @Test
  void clocks_that_are_apart() throws Exception {
    harm.clocksAreApart("analytics", 5, () -> fires("ClocksApart"));
    silent();
  }

  /** The database is asked how long; to it a quarter of an hour has passed. */
  @Test
  void a_fact_that_waits_for_what_does_not_come() throws Exception {
    UUID aggregate = UUID.randomUUID();
    harm.tells(Topics.ASSIGNMENT, Access.NOTIFICATION_SERVICE, aggregate, 2);
    harm.clocksAreApart("referral", 16 * 60, () -> fires("FactParkedTooLong"));
    harm.tells(Topics.ASSIGNMENT, Access.NOTIFICATION_SERVICE, aggregate, 1);
    silent();
    city.settles();
  }

  @Test
  void nobody_at_the_end_of_the_ladder() {
    UUID incident = report("active");
    UUID victim = Papers.victim(city, CAD, incident);
    officer(incident, "/scene-safe", "{\"suspect\":\"left\"}");
    officer(
        incident,
        "/worker-wanted",
        "{\"help\":\"on-site\",\"victim\":\"%s\",\"language\":\"en\"}".formatted(victim));
    city.settles();
    for (int step = 0; step < 12 && !prometheus.firing().contains("NobodyAcknowledges"); step++) {
      city.passes(Duration.ofMinutes(10));
    }
    fires("NobodyAcknowledges");
    reports--;
    report("cancelled");
    silent();
  }

  private UUID report(String status) {
    Answer answer =
        city.posts(
            CAD,
            Papers.INTAKE,
            Papers.report("alert-" + ++reports, city.now(), status, "undecided"));
    assertThat(answer.done()).as(answer.problem()).isTrue();
    return City.id(answer.json(), "incident");
  }

  private void officer(UUID incident, String what, String json) {
    Answer answer = city.posts(OFFICER, Papers.INTAKE + "/" + incident + what, json);
    assertThat(answer.status()).as(answer.problem()).isEqualTo(204);
  }

  /** All of these have been seen to fire, if not at the same moment. */
  private void fires(String... alerts) {
    Set<String> missing = new TreeSet<>(Set.of(alerts));
    within(
        () -> "to fire: " + missing,
        () -> {
          missing.removeAll(prometheus.firing());
          return missing.isEmpty();
        });
  }

  private void silent() {
    within(() -> "silence", () -> prometheus.firing().isEmpty());
  }

  private void within(Supplier<String> what, BooleanSupplier holds) {
    long begun = System.nanoTime();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime() - begun)
          .as("waited for %s; firing now: %s", what.get(), prometheus.firing())
          .isLessThan(PATIENCE.toNanos());
      Pause.REAL.waits(Duration.ofMillis(200));
    }
  }
}
