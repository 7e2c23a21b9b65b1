package org.warmhandoff.eventing.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Recalled;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RepublishTest {

  private static final String DOOR = "/api/v1/republish";

  @Inject TellSample tellSample;
  @Inject RelaySettings settings;

  private final Sql owner = Sql.database("incident");

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void whatWasToldIsToldAgainInItsOrder() {
    String before = now();
    UUID aggregate = told(3);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("from", before, "topic", Topics.INCIDENT))
        .post(DOOR)
        .then()
        .statusCode(202);
    Eventually.until(() -> given().get(DOOR).jsonPath().get("finishedAt") != null);
    assertThat(given().get(DOOR).jsonPath().getLong("sent")).isEqualTo(3);
    assertThat(given().get(DOOR).jsonPath().getString("askedBy")).isEqualTo("administrator");
    String asked = given().get(DOOR).jsonPath().getString("askedAt");
    given().get("/operations").then().body(containsString("Asked for by administrator, " + asked));
    assertThat(given().get(DOOR).jsonPath().getDouble("done")).isEqualTo(1.0);
    assertThat(Told.published(aggregate)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    tellSample.tell(aggregate);
    Told.await(aggregate, 4);
    assertThat(Told.published(aggregate)).endsWith(3L, 4L);
  }

  @Test
  @TestSecurity(user = "administrator", roles = Role.ADMINISTRATOR)
  void oneAtATimeAndOnlyWhatCanBeMeant() throws SQLException {
    start(Map.of(), 422);
    start(Map.of("from", "yesterday"), 422);
    start(Map.of("from", "+294277-01-01T00:00:00Z"), 422);
    start(Map.of("from", "-4714-01-01T00:00:00Z"), 422);
    start("", 400);
    start("null", 400);
    start(Map.of("from", now(), "topic", "no.such.topic"), 422);
    try (Connection relayHeldBack = owner.connection();
        Statement lock = relayHeldBack.createStatement()) {
      relayHeldBack.setAutoCommit(false);
      lock.execute("lock table outbox_cursor in share mode");
      tellSample.tell(UUID.randomUUID());
      Eventually.until(
          () ->
              owner.count(
                      "select count(*) from pg_locks"
                          + " where not granted and relation = 'outbox_cursor'::regclass")
                  == 1);
      start(Map.of("from", now()), 202);
      start(Map.of("from", now()), 409);
      relayHeldBack.rollback();
    }
    Eventually.until(() -> given().get(DOOR).jsonPath().get("finishedAt") != null);
  }

  @Test
  void whatWasAskedForStaysAsItWasAsked() {
    Sql app = Sql.as("incident", "incident_app");
    for (String column : List.of("topic", "since", "asked_by", "asked_at", "number")) {
      assertThatThrownBy(() -> app.run("update republish set %1$s = default".formatted(column)))
          .hasMessageContaining("permission denied");
    }
    app.run("update republish set sent = sent, finished_at = finished_at where number = 0");
  }

  @Test
  @TestSecurity(user = "officer", roles = Role.OFFICER)
  void nobodyElseTellsAgain() {
    given().get(DOOR).then().statusCode(403);
    start(Map.of("from", now()), 403);
  }

  @Test
  void aNewerVersionNeverPassesAnOlderOneThatIsStillToBeToldAgain() throws Exception {
    String before = now();
    UUID aggregate = told(4);
    UUID other = told(2);
    try (RelayDatabase database = settings.connect()) {
      Job job = new Job(database, before);
      job.republishing(List.of()).advance(job.sender, Set.of(), job::settle);
      assertThat(job.sent()).containsExactly(aggregate + " 1");
      job.republishing.bringForward(
          List.of(job.row(aggregate, 4)), job.sender, Set.of(), job::settle);
      assertThat(job.sent())
          .containsExactly(aggregate + " 1", aggregate + " 2", aggregate + " 3")
          .doesNotContain(other + " 1");
      while (job.republishing.advance(job.sender, Set.of(), job::settle)) {
        // page after page
      }
      assertThat(job.sent()).endsWith(aggregate + " 4", other + " 1", other + " 2");
      job.end();
    }
  }

  @Test
  void whatIsNewMeanwhileIsToldOnceMoreInItsTurn() throws Exception {
    String before = now();
    UUID aggregate = told(2);
    try (RelayDatabase database = settings.connect()) {
      Job job = new Job(database, before);
      tellSample.tell(aggregate);
      job.republishing(List.of()).advance(job.sender, Set.of(), job::settle);
      tellSample.tell(aggregate);
      Row news = job.row(aggregate, 4);
      job.republishing.bringForward(List.of(news), job.sender, Set.of(), job::settle);
      job.sender.send(List.of(news), Set.of());
      while (job.republishing.advance(job.sender, Set.of(), job::settle)) {
        // page after page
      }
      assertThat(job.sent().stream().map(told -> told.replace(aggregate + " ", "")))
          .containsExactly("1", "2", "3", "4", "2", "3", "4");
      job.end();
    }
  }

  @Test
  void whatIsRecalledIsNotToldAgain() throws Exception {
    String before = now();
    UUID recalled = told(2);
    UUID other = told(1);
    Recalled rule = (topic, type, subjects) -> Set.of(recalled);
    try (RelayDatabase database = settings.connect()) {
      Job job = new Job(database, before);
      Republishing republishing = job.republishing(List.of(rule));
      while (republishing.advance(job.sender, Set.of(), job::settle)) {
        // page after page
      }
      assertThat(job.sent()).containsExactly(other + " 1");
      job.end();
    }
  }

  private UUID told(int versions) {
    UUID aggregate = UUID.randomUUID();
    for (int i = 0; i < versions; i++) {
      tellSample.tell(aggregate);
    }
    Told.await(aggregate, versions);
    return aggregate;
  }

  private String now() {
    return String.valueOf(
        owner
            .rows("select to_json(clock_timestamp() at time zone 'UTC')#>>'{}' || 'Z' as now")
            .getFirst()
            .get("now"));
  }

  private static void start(Object request, int status) {
    given().contentType(ContentType.JSON).body(request).post(DOOR).then().statusCode(status);
  }

  /** A republish that only this test's connection sees, with a producer that keeps what it gets. */
  private static final class Job {
    private final RelayDatabase database;
    private final RepublishTable table;
    private final MockProducer<String, byte[]> producer =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Sender sender = new Sender(producer);
    private Republishing republishing;

    Job(RelayDatabase database, String since) throws SQLException {
      this.database = database;
      this.table = database.republishTable();
      table.connection().setAutoCommit(false);
      try (var insert =
          table
              .connection()
              .prepareStatement(
                  "insert into republish (since, asked_by, until_seq)"
                      + " select ?::timestamptz, 'test', max(seq) from outbox")) {
        insert.setString(1, since);
        insert.executeUpdate();
      }
      this.republishing = new Republishing(database, new StillTold(List.of()), 1);
      try (Statement start = table.connection().createStatement()) {
        start.execute(
            "update republish set at_seq = (select min(seq) - 1 from outbox"
                + " where recorded_at >= since) where finished_at is null");
      }
    }

    Republishing republishing(List<Recalled> rules) throws SQLException {
      republishing = new Republishing(database, new StillTold(rules), 1);
      return republishing;
    }

    void settle(Sender.Page page, Republishing.Office.Step step)
        throws SQLException, InterruptedException {
      page.awaitAcknowledged();
      step.run();
    }

    Row row(UUID aggregate, long version) throws SQLException {
      try (var select =
          table
              .connection()
              .prepareStatement("select seq from outbox where subject = ? and version = ?")) {
        select.setObject(1, aggregate);
        select.setLong(2, version);
        try (var row = select.executeQuery()) {
          row.next();
          return database.page(new long[] {row.getLong(1)}, 0, 1).getFirst();
        }
      }
    }

    List<String> sent() {
      List<String> sent = new ArrayList<>();
      for (ProducerRecord<String, byte[]> record : producer.history()) {
        sent.add(
            record.key()
                + " "
                + new String(
                    record.headers().lastHeader("ce_aggregateversion").value(),
                    java.nio.charset.StandardCharsets.UTF_8));
      }
      return sent;
    }

    void end() throws SQLException {
      table.connection().rollback();
    }
  }
}
