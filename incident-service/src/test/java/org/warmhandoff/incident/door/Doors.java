package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;

/** Knocks at the service's doors the way its callers do. */
final class Doors {

  static final ObjectMapper JSON = new ObjectMapper();
  static final Sql SQL = Sql.database("incident");
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String RUN = Long.toHexString(ProcessHandle.current().pid());
  private static final AtomicLong NUMBERS = new AtomicLong();

  private Doors() {}

  static Browser browser(String person) {
    return browser(person, "en");
  }

  static Browser browser(String person, String language) {
    return new Browser("http://localhost:" + RestAssured.port + "/incident", person, language);
  }

  /** Sets up the demo police services; doing it again changes nothing. */
  static void open() {
    setUp("windsor", "CA-ON", "America/Toronto");
    setUp("cleveland", "GB-ENG", "Europe/London");
    setUp("richelieu", "CA-QC", "America/Toronto");
    setUp("harbour-city", "CA-ON", "America/Toronto");
  }

  static void setUp(String code, String jurisdiction, String zone) {
    as(Tokens.client("operator"))
        .body(
            Map.of(
                "name",
                "Demo " + code,
                "jurisdiction",
                jurisdiction,
                "zone",
                zone,
                "helpLine",
                "555-0142"))
        .put("/api/v1/police-services/" + code)
        .then()
        .statusCode(204);
  }

  static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  static String newNumber() {
    return RUN + "-" + NUMBERS.incrementAndGet();
  }

  /** A live domestic incident with a victim and an alleged offender, reported a minute ago. */
  static ObjectNode report(String externalId) {
    Instant now = TestClock.now();
    ObjectNode report =
        JSON.createObjectNode()
            .put("externalId", externalId)
            .put("asOf", now.minusSeconds(60).toString())
            .put("occurredAt", now.minusSeconds(300).toString())
            .put("type", "DVA")
            .put("status", "active")
            .put("domestic", "yes")
            .put("physical", "yes")
            .put("charge", "undecided")
            .put("arrest", "unknown")
            .put("released", "unknown")
            .put("municipality", "ward-7")
            .put("priority", 1);
    report
        .putArray("persons")
        .add(person("v", "victim").put("name", "Made Up Victim").put("phone", "555-0101"))
        .add(person("o", "alleged-offender").put("name", "Made Up Man").put("phone", "555-0102"));
    return report;
  }

  static ObjectNode person(String ref, String role) {
    return JSON.createObjectNode().put("ref", ref).put("role", role);
  }

  static Response post(String client, JsonNode report) {
    return as(Tokens.client(client)).body(report.toString()).post("/api/v1/incidents");
  }

  /** Posts a report that is taken, and answers the incident's id. */
  static UUID reported(String client, JsonNode report) {
    return UUID.fromString(post(client, report).then().statusCode(201).extract().path("incident"));
  }

  static JsonNode incident(String username, UUID id) {
    return json(
        as(Tokens.of(username))
            .get("/api/v1/incidents/" + id)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  /** The vault id of the person in this role. */
  static UUID person(UUID incident, String role) {
    return SQL
        .rows(
            "select person from party where incident = ? and role = ? and present", incident, role)
        .stream()
        .map(row -> (UUID) row.get("person"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Tells what the notification service would, as the {@code version}th event of the assignment.
   */
  static void tell(UUID incident, UUID assignment, long version, AssignmentEvent event) {
    Head head =
        new Head(
            UUID.randomUUID(),
            "/notification-service",
            EventTypes.name(event.getClass()),
            assignment,
            incident.toString(),
            version,
            "windsor",
            "CA-ON",
            Mode.LIVE,
            TestClock.now(),
            TestClock.now(),
            incident,
            null,
            null);
    Map<String, String> headers = new HashMap<>();
    CloudEvents.headers(head)
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    Records.send(
        Access.NOTIFICATION_SERVICE,
        Topics.ASSIGNMENT,
        incident.toString(),
        headers,
        EventJson.write(event));
  }

  /** Waits until the help known under this assignment has come so far. */
  static void awaitHelp(UUID assignment, String stage) {
    awaitHelp("select count(*) from help where assignment = ? and state = ?", assignment, stage);
  }

  static void awaitHelpExpected(UUID assignment, Instant at) {
    awaitHelp(
        "select count(*) from help where assignment = ? and until = cast(? as timestamptz)",
        assignment,
        at.toString());
  }

  static void awaitCameBack(UUID assignment, Instant at) {
    awaitHelp(
        "select count(*) from help where assignment = ? and came_back_at = cast(? as timestamptz)",
        assignment,
        at.toString());
  }

  static void awaitHelpAt(UUID assignment, UUID incident) {
    awaitHelp(
        "select count(*) from help where assignment = ? and incident = ?", assignment, incident);
  }

  private static void awaitHelp(String sql, UUID assignment, Object now) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (SQL.count(sql, assignment, now) == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the help never became " + now);
      }
      LockSupport.parkNanos(20_000_000L);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for an event of this type about this subject, and answers it. */
  static Records.Found told(String topic, String type, UUID subject) {
    return Records.await(
        topic,
        PATIENCE,
        record ->
            ("org.warmhandoff." + type + ".v1").equals(record.headers().get("ce_type"))
                && subject.toString().equals(record.headers().get("ce_subject")));
  }

  /** The types of the events stored about a subject, in order. */
  static List<String> toldTypes(UUID subject) {
    return SQL.rows("select type from outbox where subject = ? order by version", subject).stream()
        .map(row -> String.valueOf(row.get("type")).replaceAll("org\\.warmhandoff\\.|\\.v1", ""))
        .toList();
  }
}
