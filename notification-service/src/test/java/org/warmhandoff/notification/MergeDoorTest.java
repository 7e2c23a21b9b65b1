package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Incidents become one, two again, or two of one: help moves with them, on the real stack. */
@QuarkusTest
@WithStack("notification-service")
class MergeDoorTest {

  private final Town town = new Town();
  private final UUID her = UUID.randomUUID();
  private final UUID him = UUID.randomUUID();

  @BeforeEach
  void open() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
    town.register("hiatus-supervisor");
  }

  @Test
  void mergedHelpGoesOnWithoutASecondPage() {
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID first = live(her);
    UUID second = live(her);
    UUID assignment = paged(first);
    merge(first, second);
    Town.eventually(() -> at(assignment, second));
    assertEquals(1, count("select count(*) from page where incident = ?", second));
    assertEquals(1, count("select count(*) from deadline where incident = ?", second));
    answer(asked(first), assignment, "acceptance");
    assertEquals(first, movedFrom(Town.told(second, "assignment-moved"), assignment));
    Records.Found accepted = Town.told(second, "page-accepted");
    assertEquals("4", accepted.header("ce_aggregateversion"));
    Town.advised(second, "help-assigned");
    // the source tells the whole again, and the officer's wish with it: nobody else is called on
    town.wanted(second, Help.VIRTUAL);
    town.tell(new IncidentUpdated(first, facts(her)), Mode.LIVE);
    Town.eventually(() -> mark(second) == 5);
    assertEquals(1, count("select count(*) from page where incident in (?, ?)", first, second));
    assertFalse(Town.everythingTold(second).contains("assignment-opened"));
  }

  @Test
  void ofTwoOfOneProgramTheFurtherOneStaysAndPoliceHearNothing() {
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID first = live(her);
    UUID second = live(her);
    UUID further = paged(first);
    answer(asked(first), further, "acceptance");
    UUID other = paged(second);
    merge(first, second);
    Records.Found down = Town.told(second, "assignment-stood-down");
    assertEquals(other, Town.assignment(down));
    assertEquals("same-help", JsonPath.from(down.body()).getString("reason"));
    assertTrue(at(further, second));
    assertEquals(2, count("select count(*) from page where incident = ?", second));
    assertFalse(
        Records.read("cad.advisories.v1").stream()
            .anyMatch(
                found ->
                    second.toString().equals(found.key())
                        && found.header("ce_type").contains("help-stood-down")));
    answer(asked(first), further, "contact");
    Town.told(second, "contact-made");
  }

  @Test
  void whatCameWithItGoesBackWhenItStandsOnItsOwnAgain() {
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID first = live(her);
    UUID second = live(UUID.randomUUID());
    UUID assignment = paged(first);
    answer(asked(first), assignment, "acceptance");
    merge(first, second);
    Town.eventually(() -> at(assignment, second));
    assertEquals(2, parties(second));
    town.tell(new IncidentSeparated(first, second, TestClock.now()), Mode.LIVE);
    Town.eventually(() -> at(assignment, first));
    assertEquals(second, movedFrom(Town.told(first, "assignment-moved"), assignment));
    assertEquals("accepted", Town.state(first));
    assertEquals("", Town.state(second));
    assertEquals(1, parties(second));
    assertEquals(
        1,
        count(
            "select count(*) from routing where incident = ? and view ->> 'wanted' is null"
                + " and view -> 'scene' ->> 'is' = 'undeclared'",
            first));
    assertEquals(1, count("select count(*) from page where incident = ?", first));
  }

  @Test
  void helpFollowsToAThirdIncidentWithoutASecondPage() {
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID first = live(her);
    UUID second = live(her);
    UUID third = live(her);
    UUID assignment = paged(first);
    merge(first, second);
    Town.eventually(() -> at(assignment, second));
    merge(first, third);
    assertEquals(first, movedFrom(Town.told(third, "assignment-moved"), assignment));
    assertTrue(at(assignment, third));
    answer(asked(first), assignment, "acceptance");
    // opened, paged, moved, moved back and on in one
    assertEquals("6", Town.told(third, "page-accepted").header("ce_aggregateversion"));
    assertEquals(1, count("select count(*) from page where assignment = ?", assignment));
  }

  @Test
  void anIncidentThatIsNotKnownYetIsWaitedForAndTheSameWordTwiceIsOne() {
    town.onDuty("v", "fswe-worker-2");
    UUID first = live(her);
    UUID second = UUID.randomUUID();
    UUID assignment = paged(first);
    merge(first, second);
    // its own later facts wait behind the word that waits
    town.tell(new IncidentUpdated(first, facts(her, him)), Mode.LIVE);
    Town.eventually(() -> count("select count(*) from parked where waits_for = ?", second) == 1);
    assertTrue(at(assignment, first));
    town.tell(new IncidentReported(second, facts(UUID.randomUUID())), Mode.LIVE);
    Town.eventually(() -> at(assignment, second));
    Town.eventually(() -> parties(second) == 3);
    Town.again(Town.sent(first, "incident-merged"));
    town.tell(new IncidentUpdated(second, facts(her)), Mode.LIVE);
    Town.eventually(() -> parties(second) == 2);
    assertEquals(1, count("select count(*) from page where incident = ?", second));
    answer("fswe-worker-2", assignment, "acceptance");
  }

  @Test
  void whoIsOnTheWrongSideOfTheWholeIsReplaced() {
    town.onDuty("v", "car-worker-2");
    UUID first = live(her);
    UUID hers = paged(first);
    answer("car-worker-2", hers, "acceptance");
    his();
    // of the other team from now on
    Town.offDuty("car-worker-2");
    town.onDuty("o", "car-worker-2");
    UUID second = town.report(facts(him, Status.ACTIVE), Mode.LIVE);
    Town.told(second, "worker-paged");
    town.onDuty("o", "fswe-worker-3");
    merge(first, second);
    UUID staff = Tokens.staffIdOf("fswe-worker-3");
    Town.eventually(
        () ->
            count(
                    "select count(*) from page where incident = ? and staff = ? and ending is null",
                    second,
                    staff)
                == 1);
    assertEquals("accepted", state(hers));
    assertEquals(
        1, count("select count(*) from page where incident = ? and ending = 'withdrawn'", second));
  }

  @Test
  void aSplitTakesHelpAlongForWhomItNamesAlone() {
    town.onDuty("v", "fswe-worker-2", "car-worker-1");
    UUID whole = live(her);
    UUID assignment = paged(whole);
    UUID other = UUID.randomUUID();
    town.tell(new IncidentUpdated(whole, facts(her, other)), Mode.LIVE);
    UUID fresh = live(her);
    town.tell(new IncidentSplit(fresh, whole, TestClock.now()), Mode.LIVE);
    Town.eventually(() -> count("select count(*) from routing where split_from = ?", whole) == 1);
    assertTrue(at(assignment, whole), "she is still named at the old one");
    town.tell(new IncidentUpdated(whole, facts(other)), Mode.LIVE);
    Town.eventually(() -> at(assignment, fresh));
    assertEquals(whole, movedFrom(Town.told(fresh, "assignment-moved"), assignment));
    town.wanted(fresh, Help.VIRTUAL);
    Town.eventually(() -> mark(fresh) == 2);
    assertEquals(1, count("select count(*) from page where incident in (?, ?)", whole, fresh));
    answer(asked(whole), assignment, "acceptance");
    Town.told(fresh, "page-accepted");
  }

  @Test
  void sidesHoldAcrossALinkAndNothingMoves() {
    town.onDuty("v", "car-worker-2");
    UUID first = live(her);
    UUID hers = paged(first);
    answer("car-worker-2", hers, "acceptance");
    UUID second = town.report(facts(him, Status.CLOSED), Mode.LIVE);
    town.tell(new IncidentLinked(first, second, TestClock.now()), Mode.LIVE);
    Town.eventually(() -> linked(second, first) && linked(first, second));
    his();
    // of the other team from now on
    Town.offDuty("car-worker-2");
    town.onDuty("o", "car-worker-2");
    town.tell(new IncidentUpdated(second, facts(him, Status.ACTIVE)), Mode.LIVE);
    Town.told(second, "supervisor-told");
    assertEquals(0, count("select count(*) from page where incident = ?", second));
    assertTrue(at(hers, first), "nothing moves");
    town.tell(new IncidentUnlinked(first, second, TestClock.now()), Mode.LIVE);
    Town.eventually(() -> !linked(second, first) && !linked(first, second));
  }

  /** A program for the other side, which starts on every open call. */
  private void his() {
    ObjectNode his = town.program("o", "control-room", "incident-open", "outreach-supervisor");
    his.put("audience", "alleged-offender");
    town.put("o", his).statusCode(200);
    town.register("outreach-supervisor");
  }

  private static boolean linked(UUID one, UUID other) {
    return count(
            "select count(*) from routing where incident = ? and view -> 'linked' ->> 0 = ?",
            one,
            other.toString())
        == 1;
  }

  private UUID live(UUID victim) {
    return town.report(facts(victim), Mode.LIVE);
  }

  private static IncidentFacts facts(UUID... victims) {
    return Incidents.facts()
        .receivedAt(TestClock.now())
        .parties(
            List.of(victims).stream()
                .map(victim -> new Party(victim, PartyRole.VICTIM))
                .toArray(Party[]::new))
        .build();
  }

  private static IncidentFacts facts(UUID offender, Status status) {
    return Incidents.facts()
        .receivedAt(TestClock.now())
        .status(status)
        .parties(new Party(offender, PartyRole.ALLEGED_OFFENDER))
        .build();
  }

  private UUID paged(UUID incident) {
    town.wanted(incident, Help.VIRTUAL);
    return Town.assignment(Town.told(incident, "worker-paged"));
  }

  private void merge(UUID from, UUID into) {
    town.tell(new IncidentMerged(from, into, TestClock.now()), Mode.LIVE);
  }

  /** Whom the page of this incident asked, by name. */
  private static String asked(UUID incident) {
    UUID staff =
        UUID.fromString(
            JsonPath.from(Town.told(incident, "worker-paged").body()).getString("staff[0]"));
    return List.of("fswe-worker-2", "car-worker-1", "car-worker-2").stream()
        .filter(name -> Tokens.staffIdOf(name).equals(staff))
        .findFirst()
        .orElseThrow();
  }

  private static void answer(String person, UUID assignment, String what) {
    Town.as(Tokens.of(person))
        .post("/api/v1/assignments/" + assignment + "/" + what)
        .then()
        .statusCode(204);
  }

  private static boolean at(UUID assignment, UUID incident) {
    return count(
            "select count(*) from assignment where id = ? and incident = ?", assignment, incident)
        == 1;
  }

  private static UUID movedFrom(Records.Found moved, UUID assignment) {
    assertEquals(assignment, Town.assignment(moved));
    return UUID.fromString(JsonPath.from(moved.body()).getString("from"));
  }

  private static String state(UUID assignment) {
    return String.valueOf(
        Town.SQL
            .rows("select state_code from assignment where id = ?", assignment)
            .getFirst()
            .get("state_code"));
  }

  private static long parties(UUID incident) {
    return count(
        "select jsonb_array_length(view -> 'facts' -> 'parties') from routing where incident = ?",
        incident);
  }

  private static long mark(UUID incident) {
    return count("select (view ->> 'mark')::int from routing where incident = ?", incident);
  }

  private static long count(String sql, Object... values) {
    return Town.SQL.count(sql, values);
  }
}
