package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.post;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Who is in an incident: the same person twice, one who comes back, staff. */
@QuarkusTest
@WithStack("incident-service")
class IntakePersonsTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void oneWhoIsVictimAndAllegedOffenderIsOnePersonAndFlagged() {
    ObjectNode report = report(newNumber());
    ((ObjectNode) report.path("persons").get(1)).put("ref", "v");
    UUID incident =
        UUID.fromString(
            post("cad-windsor", report)
                .then()
                .statusCode(201)
                .body("flags", hasItem("dual-role"))
                .extract()
                .path("incident"));
    assertThat(Doors.person(incident, "VICTIM"))
        .isEqualTo(Doors.person(incident, "ALLEGED_OFFENDER"));
  }

  @Test
  void aReferenceThatComesBackIsTheSamePerson() {
    ObjectNode report = report(newNumber()).put("sequence", 1);
    UUID incident = reported("cad-windsor", report);
    UUID victim = Doors.person(incident, "VICTIM");
    ObjectNode without = report.deepCopy().put("sequence", 2);
    without.putArray("persons").add(report.path("persons").get(1).deepCopy());
    post("cad-windsor", without).then().body("outcome", equalTo("updated"));
    assertThat(
            Doors.SQL.count("select count(*) from party where incident = ? and present", incident))
        .isEqualTo(1);
    post("cad-windsor", report.deepCopy().put("sequence", 3)).then().statusCode(200);
    assertThat(Doors.person(incident, "VICTIM")).isEqualTo(victim);
  }

  @Test
  void aRecordsNumberLinksAcrossIncidentsButNeverTwoRolesOfOne() {
    String number = "RMS " + newNumber();
    ObjectNode first = report(newNumber());
    ((ObjectNode) first.path("persons").get(0)).put("recordNumber", number);
    UUID one = reported("cad-windsor", first);
    ObjectNode second = report(newNumber());
    ((ObjectNode) second.path("persons").get(0)).put("recordNumber", number.toLowerCase());
    UUID two = reported("cad-windsor", second);
    assertThat(linked(two, one)).isTrue();

    ObjectNode elsewhere = report(newNumber());
    ((ObjectNode) elsewhere.path("persons").get(0)).put("recordNumber", number);
    UUID three = reported("cad-cleveland", elsewhere);
    assertThat(linked(three, one)).isFalse();

    ObjectNode both = report(newNumber());
    ((ObjectNode) both.path("persons").get(0)).put("recordNumber", number);
    ((ObjectNode) both.path("persons").get(1)).put("recordNumber", number);
    UUID four = reported("cad-windsor", both);
    assertThat(Doors.person(four, "VICTIM")).isNotEqualTo(Doors.person(four, "ALLEGED_OFFENDER"));
    assertThat(linked(four, one)).isFalse();
  }

  private static boolean linked(UUID incident, UUID other) {
    UUID one = Doors.person(incident, "VICTIM");
    UUID two = Doors.person(other, "VICTIM");
    return Doors.SQL.count(
            "select count(*) from person_link where undone_at is null"
                + " and ((low = ? and high = ?) or (high = ? and low = ?))",
            one,
            two,
            one,
            two)
        > 0;
  }

  @Test
  void staffNamedAsAPartyAreKeptOutWithTheirUnit() {
    UUID officer = Tokens.staffIdOf("windsor-officer-1");
    UUID mate = Tokens.staffIdOf("windsor-officer-2");
    for (UUID staff : List.of(officer, mate)) {
      as(Tokens.client("operator"))
          .body(
              "{\"name\":\"Demo Officer\",\"kind\":\"OFFICER\",\"organisation\":\"windsor\","
                  + "\"unit\":\"squad-b\",\"languages\":[\"en\"],\"active\":true}")
          .put("/api/v1/staff/" + staff)
          .then()
          .statusCode(204);
    }
    ObjectNode report = report(newNumber());
    ((ObjectNode) report.path("persons").get(1)).put("staffId", officer.toString());
    UUID incident =
        UUID.fromString(
            post("cad-windsor", report)
                .then()
                .statusCode(201)
                .body("flags", hasItem("staff-party"))
                .extract()
                .path("incident"));
    Records.Found told = Doors.told("incident.events.v1", "incident-reported", incident);
    assertThat(json(told.body()).path("facts").path("excludedStaff").toString())
        .contains(officer.toString(), mate.toString());
    as(Tokens.of("windsor-officer-2")).get("/api/v1/incidents/" + incident).then().statusCode(404);
    as(Tokens.of("windsor-dispatcher"))
        .get("/api/v1/incidents/" + incident)
        .then()
        .statusCode(200)
        .body("facts.excludedStaff.size()", equalTo(0));
  }
}
