package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Plants what nobody may find, and looks for it everywhere it could have got to. */
@QuarkusTest
@WithStack("incident-service")
class CanaryTest {

  private static final List<String> CANARIES =
      List.of(
          "Kanarienvogel",
          "555-0177",
          "77 Yellowbird Lane",
          "77-Yellowbird-Lane",
          "hid the passport",
          "1977-07-17",
          "RMS-CANARY-77",
          "ref-canary-77",
          "unknown-canary");

  private final WholeLog log = new WholeLog();

  @BeforeEach
  void listen() {
    Doors.open();
    log.open();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void nothingPersonalLeavesTheVault() {
    ObjectNode report = planted();
    UUID incident = Doors.reported("cad-windsor", report);
    Doors.post("cad-windsor", report.deepCopy().put("priority", 4)).then().statusCode(200);
    refusals(report);
    Doors.told("incident.events.v1", "incident-updated", incident);
    UUID victim = Doors.person(incident, "VICTIM");
    Doors.told("person.events.v1", "person-registered", victim);
    Doors.as(Tokens.client("referral-vault"))
        .body(Map.of("fields", List.of("NAME", "PHONE"), "purpose", "SUPPORT", "reason", "canary"))
        .post("/api/v1/persons/" + victim + "/reads")
        .then()
        .statusCode(200);
    Browser officer = Doors.browser("windsor-officer-1");
    String pages =
        officer.get("/scene").body()
            + officer.get("/scene/" + incident).body()
            + Doors.browser("windsor-dispatcher").get("/intake").body();
    String answers =
        Doors.incident("windsor-officer-1", incident).toString()
            + checked(report)
            + Doors.as(Tokens.client("operator"))
                .get("/api/v1/trace/" + incident)
                .then()
                .statusCode(200)
                .extract()
                .asString();

    absent("the tables", tables());
    for (String topic : List.of("incident.events.v1", "person.events.v1", "staff.events.v1")) {
      absent(topic, topic(topic));
    }
    absent("the log", String.join("\n", log.lines()));
    assertThat(log.lines()).isNotEmpty();
    absent("the pages", pages);
    absent("the answers", answers);
    absent("the metrics", RestAssured.get("/q/metrics").asString());
  }

  @Test
  void theSearchFindsWhatIsThere() {
    String table = "canary_" + ProcessHandle.current().pid();
    Doors.SQL.run("create table " + table + " (note bytea)");
    try {
      Doors.SQL.run("insert into " + table + " values ('a Kanarienvogel sings'::bytea)");
      assertThat(tables()).contains("Kanarienvogel");
    } finally {
      Doors.SQL.run("drop table " + table);
    }
  }

  private static ObjectNode planted() {
    ObjectNode report = report(newNumber());
    ObjectNode victim = (ObjectNode) report.path("persons").get(0);
    victim.put("ref", "ref-canary-77").put("name", "Kanarienvogel").put("phone", "555-0177");
    victim.put("address", "77 Yellowbird Lane").put("birthDate", "1977-07-17");
    victim.put("recordNumber", "RMS-CANARY-77").put("tattoo", "unknown-canary");
    report.put("type", "Kanarienvogel (77 Yellowbird Lane)").put("placeKind", "Kanarienvogel");
    report.put("municipality", "77-Yellowbird-Lane");
    report.put("note", "She hid the passport.").put("callerSaid", "unknown-canary");
    return report;
  }

  /** What an integrator is told of it, as it is and as it would be refused. */
  private static String checked(ObjectNode report) {
    StringBuilder told = new StringBuilder();
    for (String status : List.of("active", "Kanarienvogel")) {
      told.append(
          Doors.as(Tokens.client("cad-windsor"))
              .body(report.deepCopy().put("status", status).toString())
              .post("/api/v1/incidents/check")
              .then()
              .statusCode(200)
              .extract()
              .asString());
    }
    return told.toString();
  }

  /** Refusals and faults are where content likes to slip into a log. */
  private static void refusals(ObjectNode report) {
    Doors.post("cad-windsor", report.deepCopy().put("status", "Kanarienvogel"))
        .then()
        .statusCode(422);
    Doors.as(Tokens.client("cad-windsor"))
        .body(report.toString() + "}")
        .post("/api/v1/incidents")
        .then()
        .statusCode(400);
    Doors.as(Tokens.client("operator"))
        .body("{\"name\":\"Kanarienvogel\",\"kind\":\"Kanarienvogel\"}")
        .put("/api/v1/staff/" + UUID.randomUUID())
        .then()
        .statusCode(422);
  }

  /** Every value of every table, binary ones as the text they would be. */
  static String tables() {
    StringBuilder all = new StringBuilder();
    for (Map<String, ?> row :
        Doors.SQL.rows(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'")) {
      String table = String.valueOf(row.get("table_name"));
      for (Map<String, ?> values : Doors.SQL.rows("select * from \"" + table + "\"")) {
        values
            .values()
            .forEach(
                value ->
                    all.append(
                            value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value))
                        .append('\n'));
      }
    }
    return all.toString();
  }

  private static String topic(String topic) {
    StringBuilder all = new StringBuilder();
    for (Records.Found found : Records.read(topic)) {
      all.append(found.key()).append(found.headers()).append(found.body()).append('\n');
    }
    return all.toString();
  }

  private static void absent(String place, String content) {
    for (String canary : CANARIES) {
      String encoded =
          Base64.getEncoder()
              .withoutPadding()
              .encodeToString(canary.getBytes(StandardCharsets.UTF_8));
      assertThat(content.contains(canary)).as(place + " holds " + canary).isFalse();
      assertThat(content.contains(encoded)).as(place + " holds " + canary).isFalse();
    }
  }
}
