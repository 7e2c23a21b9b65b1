package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.warmhandoff.incident.door.Told.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.CadAdvisory.FasterResponseAskedFor;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.HelpAssigned;
import org.warmhandoff.contracts.CadAdvisory.HelpStoodDown;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.contracts.CadAdvisory.NobodyAvailable;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What a CAD reads of its own incidents, in which order, and what it says to it. */
@QuarkusTest
@WithStack("incident-service")
class AdvisoryTest {

  private final UUID incident = UUID.randomUUID();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aCadReadsOnFromWhereItWasAndReadsItsOwnAlone() {
    long start = end("cad-windsor");
    long elsewhere = end("cad-cleveland");
    Instant at = TestClock.now();
    Told.tell("windsor", new HelpAssigned(incident, HelpMode.ON_SITE, at));
    Told.tell("cleveland", new NobodyAvailable(UUID.randomUUID(), at, null));
    Told.tell("windsor", new HelpArrived(incident, at));
    Told.tell("windsor", new HelpStoodDown(incident, at));
    eventually(() -> own(start).size() == 3);
    List<JsonNode> news = own(start);
    assertThat(news.stream().map(n -> n.path("type").asText()))
        .containsExactly("worker-assigned", "worker-arrived", "worker-stood-down");
    assertThat(news.getFirst().path("code").asText()).isEqualTo("on-site");
    assertThat(news.getFirst().path("mode").asText()).isEqualTo("live");
    assertThat(fields(news.getFirst()))
        .containsExactlyInAnyOrder(
            "id",
            "place",
            "incident",
            "mode",
            "type",
            "code",
            "otherIncident",
            "answers",
            "at",
            "acknowledgeBy",
            "acknowledgedAt");
    long next = news.get(1).path("place").asLong();
    assertThat(own(next).stream().map(n -> n.path("type").asText()))
        .containsExactly("worker-stood-down");
    eventually(() -> end("cad-cleveland") == elsewhere + 1);
    assertThat(read("cad-cleveland", elsewhere, 10).path("advisories").size()).isEqualTo(1);
    JsonNode page = read("cad-windsor", start, 1);
    assertThat(page.path("advisories").size()).isEqualTo(1);
    assertThat(page.path("next").asLong()).isEqualTo(start + 1);
  }

  /** A cursor by time or sequence would pass over what commits late; places wait for each other. */
  @Test
  void whatCommitsLateStandsBehindWhatWasRead() throws Exception {
    long start = end("cad-windsor");
    try (Connection slow = Doors.SQL.connection()) {
      slow.setAutoCommit(false);
      long place = place(slow);
      keep(slow, place);
      Told.tell("windsor", new HelpArrived(incident, TestClock.now()));
      assertThat(Told.neverWithin(Duration.ofSeconds(1), () -> end("cad-windsor") > start))
          .isTrue();
      slow.commit();
    }
    eventually(() -> own(start).size() == 1);
    JsonNode all = read("cad-windsor", start, 100);
    List<Long> places = new ArrayList<>();
    all.path("advisories").forEach(one -> places.add(one.path("place").asLong()));
    assertThat(places)
        .isEqualTo(LongStream.rangeClosed(start + 1, start + places.size()).boxed().toList());
  }

  @Test
  void whatWaitsForAHumanIsAcknowledgedOnceAndToldBack() {
    long start = end("cad-windsor");
    Instant at = TestClock.now();
    UUID danger =
        Told.tell(
            "windsor", new ImminentDanger(incident, Danger.CHILD_AT_RISK, at, at.plusSeconds(120)));
    UUID plain = Told.tell("windsor", new HelpArrived(incident, at));
    eventually(() -> own(start).size() == 2);
    assertThat(own(start).getFirst().path("code").asText()).isEqualTo("child-at-risk");

    acknowledge("cad-cleveland", danger, "D7", 404);
    acknowledge("cad-windsor", UUID.randomUUID(), "D7", 404);
    acknowledge("cad-windsor", plain, "D7", 409);
    for (String name : List.of("", "Jane Canary", "jane-canary", "7".repeat(33), "7\n")) {
      Doors.as(Tokens.client("cad-windsor"))
          .body(Map.of("by", name))
          .post("/api/v1/advisories/" + danger + "/acknowledgement")
          .then()
          .statusCode(oneOf(400, 422))
          .body(not(containsString("anary")));
    }
    String first = acknowledge("cad-windsor", danger, "D-4711", 200);
    assertThat(acknowledge("cad-windsor", danger, "D-4712", 200)).isEqualTo(first);

    Records.Found told = Doors.told(Topics.INCIDENT, "advisory-acknowledged", danger);
    assertThat(told.key()).isEqualTo(incident.toString());
    assertThat(told.header("ce_aggregateversion")).isEqualTo("1");
    assertThat(told.body()).doesNotContain("4711");
    assertThat(Doors.toldTypes(danger)).containsExactly("advisory-acknowledged");
    assertThat(
            Doors.SQL.rows(
                "select by_code from advisory_acknowledgement where advisory = ?", danger))
        .containsExactly(Map.of("by_code", "D-4711"));
  }

  @Test
  void aDispatcherSeesWhatWaitsAndAnswersWithoutScript() {
    Instant at = TestClock.now();
    UUID real = Doors.reported("cad-windsor", Doors.report(Doors.newNumber()));
    UUID faster = Told.tell("windsor", new FasterResponseAskedFor(real, at, at.plusSeconds(120)));
    Browser dispatcher = Doors.browser("windsor-dispatcher");
    eventually(() -> dispatcher.get("/advisories").body().contains(faster.toString()));
    assertThat(dispatcher.get("/advisories").body()).contains("Police should come faster");
    Browser other = Doors.browser("cleveland-dispatcher");
    assertThat(other.get("/advisories").body()).doesNotContain(faster.toString());
    String form = "/advisories/" + faster + "/acknowledgement";
    assertThat(other.post(form, Map.of()).statusCode()).isEqualTo(404);
    assertThat(dispatcher.post(form, Map.of()).body()).doesNotContain(faster.toString());
    Doors.told(Topics.INCIDENT, "advisory-acknowledged", faster);
    Browser french = Doors.browser("windsor-dispatcher", "fr");
    assertThat(french.get("/advisories").body()).contains("Avis");
  }

  @Test
  void anOfficerAtTheSceneSeesDanger() {
    Instant at = TestClock.now();
    UUID real = Doors.reported("cad-windsor", Doors.report(Doors.newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    assertThat(officer.get("/scene/" + real).body()).doesNotContain("Danger:");
    Told.tell("windsor", new ImminentDanger(real, Danger.WEAPON, at, at.plusSeconds(120)));
    eventually(() -> officer.get("/scene/" + real).body().contains("Danger: a weapon"));
  }

  @Test
  void wrongCursorsAreRefusedWithoutTheirContent() {
    for (String query : List.of("after=-1", "after=canary", "limit=0", "limit=1001", "after=1.5")) {
      Doors.as(Tokens.client("cad-windsor"))
          .get("/api/v1/advisories?" + query)
          .then()
          .statusCode(422)
          .body("type", equalTo("https://warmhandoff.org/problems/wrong-number"))
          .body(not(containsString("canary")));
    }
  }

  private List<JsonNode> own(long after) {
    List<JsonNode> own = new ArrayList<>();
    read("cad-windsor", after, 1000)
        .path("advisories")
        .forEach(
            one -> {
              if (one.path("incident").asText().equals(incident.toString())) {
                own.add(one);
              }
            });
    return own;
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static long end(String client) {
    long at = 0;
    while (true) {
      long next = read(client, at, 1000).path("next").asLong();
      if (next == at) {
        return at;
      }
      at = next;
    }
  }

  private static JsonNode read(String client, long after, int limit) {
    return Doors.json(
        Doors.as(Tokens.client(client))
            .get("/api/v1/advisories?after=" + after + "&limit=" + limit)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static String acknowledge(String client, UUID advisory, String by, int status) {
    return Doors.as(Tokens.client(client))
        .body(Map.of("by", by))
        .post("/api/v1/advisories/" + advisory + "/acknowledgement")
        .then()
        .statusCode(status)
        .body(not(containsString(by)))
        .extract()
        .path("acknowledgedAt");
  }

  private static long place(Connection slow) throws Exception {
    try (Statement statement = slow.createStatement();
        var row =
            statement.executeQuery(
                "insert into advisory_place as p values ('windsor', 'CA-ON', 1)"
                    + " on conflict (police_service) do update set last = p.last + 1"
                    + " returning last")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void keep(Connection slow, long place) throws Exception {
    try (PreparedStatement insert =
        slow.prepareStatement(
            "insert into advisory (id, police_service, jurisdiction, place, incident, mode, type,"
                + " told_at) values (gen_random_uuid(), 'windsor', 'CA-ON', ?, gen_random_uuid(),"
                + " 'LIVE', 'worker-arrived', now())")) {
      insert.setLong(1, place);
      insert.executeUpdate();
    }
  }
}
