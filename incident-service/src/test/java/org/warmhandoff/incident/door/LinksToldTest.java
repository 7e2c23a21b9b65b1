package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.reported;
import static org.warmhandoff.incident.door.LinkDoors.byHand;
import static org.warmhandoff.incident.door.LinkDoors.links;
import static org.warmhandoff.incident.door.LinkDoors.name;
import static org.warmhandoff.incident.door.LinkDoors.of;
import static org.warmhandoff.incident.door.LinkDoors.undo;
import static org.warmhandoff.incident.door.LinkDoors.victim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whoever helps somebody must learn whom they are known as, whichever report it came with. */
@QuarkusTest
@WithStack("incident-service")
class LinksToldTest {

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void earlierIncidentsAreToldAnewWhenALaterOneJoinsThem() {
    String number = "RMS-" + newNumber();
    String name = name();
    UUID first = reported("cad-windsor", numbered(name(), number));
    UUID second = reported("cad-windsor", of(name, "1988-05-17", null));
    UUID hub = victim(reported("cad-windsor", numbered(name, number, "1988-05-17")));
    Set<UUID> group = group(hub);
    assertThat(group).containsExactlyInAnyOrder(hub, victim(first), victim(second));
    told(first, linked(group, victim(first)));
    told(second, linked(group, victim(second)));
  }

  @Test
  void aLinkByHandIsToldOfBothIncidentsAndItsUndoingToo() {
    UUID one = reported("cad-windsor", of(name(), "1988-05-17", null));
    UUID two = reported("cad-windsor", of(name(), "1979-09-19", null));
    byHand(victim(one), victim(two)).statusCode(204);
    told(one, linked(Set.of(victim(two)), victim(one)));
    told(two, linked(Set.of(victim(one)), victim(two)));
    undo(victim(one), victim(two)).statusCode(204);
    told(one, party -> !party.has("linked"));
  }

  @Test
  void whoTurnsOutToBeStaffIsKeptOutOfTheEarlierIncidentToo() {
    String name = name();
    UUID staff = UUID.randomUUID();
    UUID earlier = reported("cad-windsor", of(name, "1988-05-17", null));
    ObjectNode later = of(name, "1988-05-17", null);
    ((ObjectNode) later.path("persons").get(0)).put("staffId", staff.toString());
    reported("cad-windsor", later);
    Records.await(
        "incident.events.v1",
        Doors.PATIENCE,
        record ->
            earlier.toString().equals(record.headers().get("ce_subject"))
                && json(record.body())
                    .path("facts")
                    .path("excludedStaff")
                    .toString()
                    .contains(staff.toString()));
    assertThat(
            Doors.SQL.count(
                "select count(*) from incident where id = ? and ? = any (excluded_staff)",
                earlier,
                staff))
        .isOne();
  }

  @Test
  void whatAnOfficerSaysForgetsNoLink() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    UUID incident = reported("cad-windsor", of(name, "1988-05-17", null));
    as(Tokens.of("windsor-officer-1"))
        .body("{\"charge\":\"laid\"}")
        .post("/api/v1/incidents/" + incident + "/charge")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    told(incident, linked(Set.of(one), victim(incident)));
  }

  @Test
  void aWishForSafeContactIsShownInTheNextIncidentToo() {
    String name = name();
    ObjectNode first = of(name, "1988-05-17", null);
    ((ObjectNode) first.path("persons").get(0)).put("safeContact", "never after six");
    UUID wished = victim(reported("cad-windsor", first));
    UUID incident = reported("cad-windsor", of(name, "1988-05-17", "519-555-0199"));
    assigned(incident, Audience.VICTIM, HelpMode.ON_SITE, "onscene-worker-1");
    Browser worker = Doors.browser("onscene-worker-1");
    assertThat(worker.get("/contact/" + incident).body())
        .contains("519-555-0199", "never after six", "as said on");
    assertThat(
            Doors.SQL.count(
                "select count(*) from access_record where incident = ? and person = ?"
                    + " and fields = array['SAFE_CONTACT']",
                incident,
                wished))
        .isOne();
  }

  @Test
  void aNumberSheHadInAnotherIncidentIsNotShownAsHis() {
    String name = name();
    reported("cad-richelieu", of(name, "1988-05-17", "514-555-0177"));
    ObjectNode report = of(name, "1988-05-17", null).put("arrest", "yes").put("released", "yes");
    ((ObjectNode) report.path("persons").get(1)).put("phone", "(514) 555 0177");
    UUID incident = reported("cad-richelieu", report);
    assigned(incident, Audience.ALLEGED_OFFENDER, HelpMode.OUTREACH, "outreach-worker-1");
    assertThat(Doors.browser("outreach-worker-1").get("/contact/" + incident).body())
        .contains("is not shown")
        .doesNotContain("0177");
  }

  private static void assigned(UUID incident, Audience audience, HelpMode mode, String who) {
    UUID assignment = UUID.randomUUID();
    Doors.tell(
        incident,
        assignment,
        1,
        new AssignmentOpened(incident, assignment, "a-program", audience, mode, TestClock.now()));
    Doors.tell(
        incident,
        assignment,
        2,
        new PageAccepted(
            incident, assignment, "a-program", Tokens.staffIdOf(who), TestClock.now()));
    Doors.awaitHelp(assignment, "ASSIGNED");
  }

  private static ObjectNode numbered(String name, String number) {
    ObjectNode report = numbered(name, number, "1988-05-17");
    ((ObjectNode) report.path("persons").get(0)).remove(List.of("name", "birthDate"));
    return report;
  }

  private static ObjectNode numbered(String name, String number, String born) {
    ObjectNode report = of(name, born, null);
    ((ObjectNode) report.path("persons").get(0)).put("recordNumber", number);
    return report;
  }

  private static Set<UUID> group(UUID person) {
    Set<UUID> group = new TreeSet<>();
    links(person)
        .extract()
        .<List<String>>path("group")
        .forEach(one -> group.add(UUID.fromString(one)));
    return group;
  }

  private static Predicate<JsonNode> linked(Set<UUID> group, UUID self) {
    return party -> {
      Set<String> others = new TreeSet<>();
      party.path("linked").forEach(one -> others.add(one.asText()));
      Set<String> wanted = new TreeSet<>();
      group.stream().filter(one -> !one.equals(self)).forEach(one -> wanted.add(one.toString()));
      return others.equals(wanted);
    };
  }

  /** Waits until an update of the incident tells this of its victim. */
  private static void told(UUID incident, Predicate<JsonNode> victim) {
    Records.await(
        "incident.events.v1",
        Doors.PATIENCE,
        record ->
            "org.warmhandoff.incident-updated.v1".equals(record.headers().get("ce_type"))
                && incident.toString().equals(record.headers().get("ce_subject"))
                && victim.test(json(record.body()).path("facts").path("parties").get(0)));
  }
}
