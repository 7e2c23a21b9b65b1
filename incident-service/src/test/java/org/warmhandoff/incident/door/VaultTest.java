package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("incident-service")
class VaultTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aReadAnswersTheAskedFieldsAndIsRecorded() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID victim = Doors.person(incident, "VICTIM");
    UUID referral = UUID.randomUUID();
    read(victim, List.of("PHONE", "ADDRESS"), referral)
        .statusCode(200)
        .body("fields.PHONE", equalTo("555-0101"))
        .body("fields.NAME", nullValue())
        .body("fields.ADDRESS", nullValue());
    Map<String, ?> record =
        Doors.SQL.rows("select * from access_record where referral = ?", referral).getFirst();
    assertThat(record.get("person")).isEqualTo(victim);
    assertThat(record.get("role")).isEqualTo("vault-reader");
    assertThat(record.get("on_behalf_of")).isEqualTo("fswe");
    assertThat(record.get("purpose")).isEqualTo("SUPPORT");
    assertThat(String.valueOf(record.get("fields"))).isEqualTo("{ADDRESS,PHONE}");
    assertThat(record.get("police_service")).isEqualTo("windsor");
  }

  @Test
  void anAccessRecordCannotBeChanged() {
    Sql app = Sql.as("incident", "incident_app");
    for (String statement :
        List.of(
            "update access_record set reason = 'x'",
            "delete from access_record",
            "truncate access_record",
            "delete from scene_fact",
            "update intake_flag set code = 'x'")) {
      assertThatThrownBy(() -> app.run(statement)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void whoIsNobodyIs404AndAReadWithoutAReasonIs422() {
    read(UUID.randomUUID(), List.of("NAME"), UUID.randomUUID()).statusCode(404);
    as(Tokens.client("referral-vault"))
        .body(Map.of("fields", List.of("NAME"), "purpose", "SUPPORT"))
        .post("/api/v1/persons/" + UUID.randomUUID() + "/reads")
        .then()
        .statusCode(422)
        .body("pointer", equalTo("/reason"));
  }

  @Test
  void anErasedPersonIsGoneForGoodAndForEveryone() {
    ObjectNode report = report(newNumber()).put("sequence", 1);
    String number = "RMS-" + newNumber();
    ((ObjectNode) report.path("persons").get(0)).put("recordNumber", number);
    UUID incident = reported("cad-windsor", report);
    UUID victim = Doors.person(incident, "VICTIM");
    for (int time = 0; time < 2; time++) {
      as(Tokens.of("privacy-officer"))
          .post("/api/v1/persons/" + victim + "/erasure")
          .then()
          .statusCode(204);
    }
    read(victim, List.of("NAME"), UUID.randomUUID()).statusCode(410);
    assertThat(Doors.toldTypes(victim)).containsExactly("person-registered", "person-erased");
    Doors.told("person.events.v1", "person-erased", victim);

    Doors.post("cad-windsor", report.deepCopy().put("sequence", 2).put("priority", 3))
        .then()
        .statusCode(200);
    assertThat(Doors.SQL.count("select count(*) from person_field where person = ?", victim))
        .isZero();
    ObjectNode next = report(newNumber());
    ((ObjectNode) next.path("persons").get(0)).put("recordNumber", number);
    assertThat(Doors.person(reported("cad-windsor", next), "VICTIM")).isNotEqualTo(victim);
  }

  @Test
  void withAPersonGoesEverythingThatWasSaidOfThemInWords() {
    ObjectNode report = report(newNumber()).put("sequence", 1).put("note", "She hid it.");
    report.put("callerSaid", "she lives next door");
    ((ObjectNode) report.path("persons").get(0)).put("tattoo", "a swallow");
    UUID incident = reported("cad-windsor", report);
    UUID victim = Doors.person(incident, "VICTIM");
    assertThat(sealed(incident)).isOne();
    assertThat(
            Doors.SQL.count(
                "select count(*) from person_field where person = ? and field = 'UNKNOWN_FIELDS'",
                victim))
        .isOne();
    read(victim, List.of("UNKNOWN_FIELDS"), UUID.randomUUID()).statusCode(422);

    as(Tokens.of("privacy-officer"))
        .post("/api/v1/persons/" + victim + "/erasure")
        .then()
        .statusCode(204);

    assertThat(sealed(incident)).isZero();
    assertThat(Doors.SQL.count("select count(*) from person_field where person = ?", victim))
        .isZero();
    Doors.post("cad-windsor", report.deepCopy().put("sequence", 2).put("priority", 3))
        .then()
        .statusCode(200);
    assertThat(sealed(incident)).as("the note is not kept anew").isZero();
  }

  private static long sealed(UUID incident) {
    return Doors.SQL.count(
        "select count(*) from incident where id = ? and sealed is not null", incident);
  }

  @Test
  void whatASourceNoLongerSaysOfAPersonIsGone() {
    ObjectNode report = report(newNumber()).put("sequence", 1);
    UUID incident = reported("cad-windsor", report);
    ObjectNode next = report.deepCopy().put("sequence", 2);
    ((ObjectNode) next.path("persons").get(0)).remove("phone");
    ((ObjectNode) next.path("persons").get(0)).put("name", "Made Up Bride");
    Doors.post("cad-windsor", next).then().statusCode(200);
    read(Doors.person(incident, "VICTIM"), List.of("NAME", "PHONE"), UUID.randomUUID())
        .body("fields.NAME", equalTo("Made Up Bride"))
        .body("fields.PHONE", nullValue());
  }

  @Test
  void staffAreToldByIdAndTheirNameStaysInTheVault() {
    UUID staff = UUID.randomUUID();
    Map<String, Object> body =
        Map.of(
            "name", "Canary Colleague",
            "kind", "SOCIAL_WORKER",
            "organisation", "hiatus-house",
            "languages", List.of("en", "fr"),
            "active", true);
    for (int time = 0; time < 2; time++) {
      as(Tokens.client("operator")).body(body).put("/api/v1/staff/" + staff).then().statusCode(204);
    }
    assertThat(Doors.toldTypes(staff)).containsExactly("staff-registered");
    assertThat(Doors.told("staff.events.v1", "staff-registered", staff).body())
        .contains("hiatus-house")
        .doesNotContain("Canary");
    read(staff, List.of("NAME"), UUID.randomUUID())
        .body("fields.NAME", equalTo("Canary Colleague"));
  }

  private static ValidatableResponse read(UUID person, List<String> fields, UUID referral) {
    return as(Tokens.client("referral-vault"))
        .body(
            Map.of(
                "fields", fields,
                "purpose", "SUPPORT",
                "reason", "referral-content",
                "onBehalfOf", "fswe",
                "referral", referral))
        .post("/api/v1/persons/" + person + "/reads")
        .then();
  }
}
