package org.warmhandoff.notification;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.header.Header;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.StaffEvent.Kind;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;

/**
 * A made-up town with a police service and programs of its own, so that tests that share the broker
 * and the database do not meet. It tells facts as the incident service does: on Kafka.
 */
final class Town {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final Sql SQL = Sql.database("notification");

  private static final UUID OFFICER = UUID.randomUUID();
  static final ObjectMapper JSON = new ObjectMapper();
  private static final InstantSource WALL = InstantSource.system();
  private static final Map<UUID, Long> STAFF_VERSIONS = new ConcurrentHashMap<>();

  final String name;
  private final Map<UUID, Long> versions = new HashMap<>();

  Town() {
    this("t" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** A police service of the demo. */
  Town(String name) {
    this.name = name;
  }

  static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  static Browser browser(String person, String language) {
    return new Browser("http://localhost:" + RestAssured.port + "/notification", person, language);
  }

  static RequestSpecification administrator() {
    return as(Tokens.client("operator"));
  }

  /** A round-the-clock program of this town; the code given gets the town's name in front. */
  ObjectNode program(String code, String mode, String trigger, String... supervisors) {
    ObjectNode program = JSON.createObjectNode();
    program.put("name", "Demo " + code);
    program.putArray("policeServices").add(name);
    program.put("jurisdiction", "CA-ON").put("audience", "victim").put("mode", mode);
    program.put("kind", "live-help").put("zone", "America/Toronto").put("trigger", trigger);
    program.putArray("windows").add(always());
    program.putObject("eligible").put("domestic", "yes");
    program.put("staffing", "rota").put("answerWithin", "PT3M").putNull("nextRung");
    program.put("outsideWindow", "next-rung");
    ArrayNode ids = program.putArray("supervisors");
    for (String supervisor : supervisors) {
      ids.add(Tokens.staffIdOf(supervisor).toString());
    }
    return program;
  }

  String code(String code) {
    return name + "-" + code;
  }

  static ObjectNode always() {
    return JSON.createObjectNode()
        .put("rule", "FREQ=DAILY")
        .put("from", "00:00")
        .put("to", "24:00");
  }

  ValidatableResponse put(String code, ObjectNode program) {
    return administrator().body(program.toString()).put("/api/v1/programs/" + code(code)).then();
  }

  /**
   * Puts demo people on duty round the clock, registered and reachable. Nobody is in two places at
   * once: whoever is on duty in this town serves its programs in one shift, and whoever was in
   * another town before is there no more.
   */
  void onDuty(String code, String... people) {
    List.of(people).forEach(this::register);
    Rotation mine = new Rotation(UUID.randomUUID(), this, new ArrayList<>(), List.of(people));
    for (String person : people) {
      Rotation before = ON_DUTY.get(person);
      if (before != null && before.town() == this && before.people().equals(mine.people())) {
        mine = before;
      } else {
        offDuty(person);
      }
    }
    mine.programs().add(code(code));
    mine.put();
    for (String person : people) {
      ON_DUTY.put(person, mine);
    }
  }

  /** Ends what other towns have this person do. */
  static void offDuty(String person) {
    Rotation before = ON_DUTY.get(person);
    if (before != null) {
      before.leave();
      ON_DUTY.values().removeIf(one -> one.id().equals(before.id()));
    }
  }

  private static final Map<String, Rotation> ON_DUTY = new HashMap<>();

  /** Who serves which programs of a town round the clock. */
  private record Rotation(UUID id, Town town, List<String> programs, List<String> people) {
    void put() {
      ObjectNode entry = JSON.createObjectNode();
      ArrayNode codes = entry.putArray("programs");
      programs.forEach(codes::add);
      ArrayNode staff = entry.putArray("staff");
      people.forEach(person -> staff.add(Tokens.staffIdOf(person).toString()));
      entry.set("window", always());
      administrator().body(entry.toString()).put("/api/v1/rota/" + id).then().statusCode(204);
    }

    void leave() {
      administrator().delete("/api/v1/rota/" + id).then().statusCode(204);
    }
  }

  void register(String person) {
    UUID staff = Tokens.staffIdOf(person);
    administrator()
        .body("{\"channels\":[{\"kind\":\"in-app\",\"verified\":true}]}")
        .put("/api/v1/staff/" + staff + "/channels")
        .then()
        .statusCode(204);
    send(
        Topics.STAFF,
        staff,
        STAFF_VERSIONS.merge(staff, 1L, Long::sum),
        new StaffRegistered(staff, Kind.SOCIAL_WORKER, "demo", null, List.of("en"), true),
        Mode.LIVE);
    eventually(() -> SQL.count("select count(*) from worker where id = ? and active", staff) == 1);
  }

  /** Says what somebody is able to do; nothing takes it all back. */
  static void skills(String person, String... skills) {
    ObjectNode body = JSON.createObjectNode();
    for (String skill : skills) {
      body.withArray("skills").add(skill);
    }
    body.withArray("skills");
    administrator()
        .body(body.toString())
        .put("/api/v1/staff/" + Tokens.staffIdOf(person) + "/skills")
        .then()
        .statusCode(204);
  }

  UUID report(IncidentFacts facts, Mode mode) {
    UUID incident = UUID.randomUUID();
    tell(new IncidentReported(incident, facts), mode);
    return incident;
  }

  UUID reportLive() {
    return report(Incidents.facts().receivedAt(TestClock.now()).build(), Mode.LIVE);
  }

  Records.Found safe(UUID incident) {
    tell(new SceneDeclaredSafe(incident, OFFICER, TestClock.now(), Suspect.LEFT), Mode.LIVE);
    return sent(incident, "scene-declared-safe");
  }

  void wanted(UUID incident, Help help) {
    tell(new WorkerWanted(incident, OFFICER, TestClock.now(), help, null, null), Mode.LIVE);
  }

  void tell(IncidentEvent event, Mode mode) {
    tell(event, mode, TestClock.now());
  }

  /** Tells what happened then. */
  void tell(IncidentEvent event, Mode mode, Instant at) {
    long version = versions.merge(event.incident(), 1L, Long::sum);
    send(Topics.INCIDENT, event.incident(), version, event, mode, at);
  }

  void send(String topic, UUID subject, long version, Event event, Mode mode) {
    send(topic, subject, version, event, mode, TestClock.now());
  }

  private void send(String topic, UUID subject, long version, Event event, Mode mode, Instant at) {
    String source =
        topic.equals(Topics.CONSENT) ? Access.REFERRAL_SERVICE : Access.INCIDENT_SERVICE;
    UUID incident = event instanceof IncidentEvent told ? told.incident() : null;
    Head head =
        new Head(
            UUID.randomUUID(),
            "/" + source,
            EventTypes.name(event.getClass()),
            subject,
            subject.toString(),
            version,
            name,
            "CA-ON",
            mode,
            at,
            WALL.instant(),
            incident,
            null,
            null);
    Map<String, String> headers = new HashMap<>();
    for (Header header : CloudEvents.headers(head)) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    Records.send(source, topic, head.key(), headers, EventJson.write(event));
  }

  /** The fact as it lies in the topic. */
  static Records.Found sent(UUID incident, String what) {
    return Records.await(
        Topics.INCIDENT,
        PATIENCE,
        found -> is(found, what) && incident.toString().equals(found.key()));
  }

  /** Sends the same record once more, as a broker does after a lost acknowledgement. */
  static void again(Records.Found record) {
    Records.send(
        Access.INCIDENT_SERVICE, record.topic(), record.key(), record.headers(), record.value());
  }

  static Records.Found told(UUID incident, String what) {
    return Records.await(
        Topics.ASSIGNMENT,
        PATIENCE,
        found -> is(found, what) && incident.toString().equals(found.key()));
  }

  static Records.Found advised(UUID incident, String what) {
    return Records.await(
        Topics.CAD_ADVISORIES,
        PATIENCE,
        found -> is(found, what) && incident.toString().equals(found.key()));
  }

  static List<String> everythingTold(UUID incident) {
    return Records.read(Topics.ASSIGNMENT).stream()
        .filter(found -> incident.toString().equals(found.key()))
        .map(found -> found.header("ce_type").replaceAll("org.warmhandoff.|.v1", ""))
        .toList();
  }

  private static boolean is(Records.Found found, String what) {
    return ("org.warmhandoff." + what + ".v1").equals(found.headers().get("ce_type"));
  }

  /** The assignment of an event about one. */
  static UUID assignment(Records.Found found) {
    return UUID.fromString(JsonPath.from(found.body()).getString("assignment"));
  }

  /** Where the incident's assignment stands, by the database. */
  static String state(UUID incident) {
    return SQL.rows("select state_code from assignment where incident = ?", incident).stream()
        .map(row -> String.valueOf(row.get("state_code")))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + " " + one);
  }

  static void eventually(BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
