package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.post;
import static org.warmhandoff.incident.door.Doors.reported;
import static org.warmhandoff.incident.door.LinkDoors.byHand;
import static org.warmhandoff.incident.door.LinkDoors.hint;
import static org.warmhandoff.incident.door.LinkDoors.links;
import static org.warmhandoff.incident.door.LinkDoors.name;
import static org.warmhandoff.incident.door.LinkDoors.named;
import static org.warmhandoff.incident.door.LinkDoors.of;
import static org.warmhandoff.incident.door.LinkDoors.victim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What links must hold while sources correct themselves and humans decide. */
@QuarkusTest
@WithStack("incident-service")
class LinkRulesTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void whoWasLinkedThroughSomebodyMistakenStaysLinked() {
    String number = "RMS-" + newNumber();
    ObjectNode mistyped = numbered(number);
    UUID hub = victim(reported("cad-windsor", mistyped));
    UUID one = victim(reported("cad-windsor", numbered(number)));
    UUID two = victim(reported("cad-windsor", numbered(number)));
    links(one).body("group.size()", equalTo(3));
    ObjectNode corrected = mistyped.deepCopy().put("sequence", 2);
    ((ObjectNode) corrected.path("persons").get(0)).put("recordNumber", number + "-OTHER");
    post("cad-windsor", corrected).then().statusCode(200);
    links(hub).body("group.size()", equalTo(1));
    links(one).body("group.size()", equalTo(2)).body("group", hasItem(two.toString()));
  }

  @Test
  void aDismissedPairIsNotLinkedByItself() {
    String given = name().split(" ")[0];
    UUID one = victim(reported("cad-windsor", of(given + " Roberta", "1988-05-17", null)));
    ObjectNode twin = of(given + " Ruperta", "1988-05-17", null).put("sequence", 1);
    UUID two = victim(reported("cad-windsor", twin));
    assertThat(hint(one, two)).isNotEmpty();
    as(Tokens.of("privacy-officer"))
        .body(Map.of("person", two, "other", one))
        .post("/api/v1/link-suggestions/dismissals")
        .then()
        .statusCode(204);
    ObjectNode mistyped = twin.deepCopy().put("sequence", 2);
    named(mistyped, 0, given + " Roberta", "1988-05-17");
    post("cad-windsor", mistyped).then().statusCode(200);
    links(two).body("group.size()", equalTo(1));
    byHand(one, two).statusCode(204);
    links(two).body("group", hasItem(one.toString()));
  }

  @Test
  void aPairWhoseLinkFellIsSuggestedAgain() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-07", null)));
    ObjectNode second = of(name, "1988-05-07", null).put("sequence", 1);
    UUID two = victim(reported("cad-windsor", second));
    links(two).body("group", hasItem(one.toString()));
    ObjectNode corrected = second.deepCopy().put("sequence", 2);
    named(corrected, 0, name, "1988-07-05");
    post("cad-windsor", corrected).then().statusCode(200);
    links(two).body("group.size()", equalTo(1));
    assertThat(hint(one, two)).isEqualTo("swapped-birth-date");
  }

  @Test
  void twoWhoAreThereAtOnceAreTakenApart() {
    String number = "RMS-" + newNumber();
    String name = name();
    ObjectNode known = withName(numbered(number), name);
    UUID between = victim(reported("cad-windsor", known));
    ObjectNode first = numbered(number).put("sequence", 1);
    UUID incident = reported("cad-windsor", first);
    UUID one = victim(incident);
    links(one).body("group", hasItem(between.toString()));
    ObjectNode second = withName(first.deepCopy().put("sequence", 2), name);
    ObjectNode other = (ObjectNode) second.path("persons").get(0);
    other.put("ref", "another").remove("recordNumber");
    post("cad-windsor", second).then().statusCode(200);
    UUID two = victim(incident);
    assertThat(two).isNotEqualTo(one);
    links(two).body("group", hasItems(between.toString(), one.toString()));
    ObjectNode both = second.deepCopy().put("sequence", 3);
    ((com.fasterxml.jackson.databind.node.ArrayNode) both.path("persons"))
        .add(first.path("persons").get(0).deepCopy());
    post("cad-windsor", both).then().statusCode(200);
    links(one).body("group.size()", equalTo(1));
    links(two).body("group.size()", equalTo(1));
    assertThat(hint(one, between)).isEqualTo("record-number");
    assertThat(hint(two, between)).isEqualTo("same-name");
  }

  @Test
  void whatAnotherIncidentSaidOfAPersonStays() {
    String number = "RMS-" + newNumber();
    UUID one = victim(reported("cad-windsor", numbered(number)));
    UUID shared = victim(reported("cad-windsor", numbered(number)));
    ObjectNode without = numbered(null).put("sequence", 1);
    UUID incident = reported("cad-windsor", without);
    // As an earlier release stored them: one person in two incidents.
    Doors.SQL.run(
        "update party set person = ? where incident = ? and role = 'VICTIM'", shared, incident);
    ObjectNode again = withName(without.deepCopy().put("sequence", 2), name());
    post("cad-windsor", again).then().statusCode(200);
    links(shared).body("group", hasItem(one.toString()));
    assertThat(
            Doors.SQL.count(
                "select count(*) from person_trait where person = ? and kind = 'RECORD_NUMBER'",
                shared))
        .isOne();
  }

  @Test
  void whatEarlierReleasesKeptOnlySuggests() {
    String number = "RMS-" + newNumber();
    UUID old = victim(reported("cad-windsor", numbered(number)));
    Doors.SQL.run("update person_trait set carried = true where person = ?", old);
    UUID next = victim(reported("cad-windsor", withName(numbered(number), name())));
    links(next).body("group.size()", equalTo(1));
    assertThat(hint(old, next)).isEqualTo("record-number");
  }

  @Test
  void everyLookAtLinksIsRecorded() {
    String number = "RMS-" + newNumber();
    UUID one = victim(reported("cad-windsor", numbered(number)));
    UUID two = victim(reported("cad-windsor", numbered(number)));
    links(one);
    for (UUID shown : new UUID[] {one, two}) {
      assertThat(
              Doors.SQL.count(
                  "select count(*) from access_record where person = ? and reason = 'links'"
                      + " and role = 'privacy-officer' and fields = array['LINKS']",
                  shown))
          .isOne();
    }
  }

  private static ObjectNode numbered(@Nullable String number) {
    ObjectNode report = of("Unknown", "", null);
    ObjectNode victim = (ObjectNode) report.path("persons").get(0);
    victim.remove("name");
    victim.remove("birthDate");
    if (number != null) {
      victim.put("recordNumber", number);
    }
    return report;
  }

  private static ObjectNode withName(ObjectNode report, String name) {
    named(report, 0, name, "1988-05-17");
    return report;
  }
}
