package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.WithStack;

/** Two calls about one event: police are told that they look alike, once, and nothing of whom. */
@QuarkusTest
@WithStack("incident-service")
class DuplicateTest {

  private final String number = "RMS-" + newNumber();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void twoOpenIncidentsOfOnePersonAreSuspectedOnce() {
    UUID first = Doors.reported("cad-windsor", naming(number));
    ObjectNode again = naming(number);
    UUID second = Doors.reported("cad-windsor", again);
    Records.Found told =
        Records.await(
            Topics.CAD_ADVISORIES,
            Doors.PATIENCE,
            found -> second.toString().equals(found.key()) && found.body().contains("SAME_PERSON"));
    assertThat(told.header("ce_type")).isEqualTo("org.warmhandoff.duplicate-suspected.v1");
    assertThat(told.body())
        .contains(first.toString())
        .doesNotContain(number, Doors.person(second, "VICTIM").toString());
    Told.eventually(
        () ->
            Doors.SQL.count(
                    "select count(*) from advisory where type = 'duplicate-suspected'"
                        + " and incident = ? and other_incident = ? and acknowledge_by is null",
                    second,
                    first)
                == 1);
    Doors.post("cad-windsor", again.put("priority", 4)).then().statusCode(200);
    assertThat(suspected(second)).isEqualTo(1);
  }

  @Test
  void anotherPoliceServiceADrillAnImportAndAClosedOneAreNoDuplicates() {
    UUID real = Doors.reported("cad-windsor", naming(number));
    UUID elsewhere = Doors.reported("cad-cleveland", naming(number));
    UUID drill = Doors.reported("cad-windsor", naming(number).put("test", true));
    UUID closed = Doors.reported("cad-windsor", naming(number).put("status", "closed"));
    UUID other = Doors.reported("cad-windsor", naming(number + "x"));
    for (UUID incident : new UUID[] {real, elsewhere, drill, closed, other}) {
      assertThat(suspected(incident)).as(incident.toString()).isZero();
    }
  }

  private static long suspected(UUID incident) {
    return Doors.SQL.count(
        "select count(*) from duplicate_suspected where incident = ? or other_incident = ?",
        incident,
        incident);
  }

  private static ObjectNode naming(String number) {
    ObjectNode report = report(newNumber());
    ((ObjectNode) report.path("persons").get(0)).put("recordNumber", number);
    return report;
  }
}
