package org.warmhandoff.referral;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.ReferralEvent.ReferralAnswered;
import org.warmhandoff.contracts.ReferralEvent.ReferralMoved;
import org.warmhandoff.contracts.ReferralEvent.ReferralRefused;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Incidents become one, two again, or two of one: open referrals go with them. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class MergeDoorTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  @Test
  void aReferralGoesOnAtTheOneThatGoesOnAndIsSentOnce() {
    Scene first = Scene.windsor().reported();
    Scene second = Scene.windsor().reported().known();
    UUID referral = Doors.referred(first, Doors.HOUSE);
    merge(first, second, 2);
    Doors.until("moved", () -> at(referral, second));
    assertEquals(first.incident(), moved(referral, second).from());
    Doors.content(Doors.HOUSE, referral).statusCode(200);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "accepted")).statusCode(204);
    assertEquals(second.incident(), answered(referral).incident());
    assertEquals(
        1,
        sql.count(
            "select count(*) from referral where incident in (?, ?)",
            first.incident(),
            second.incident()));
  }

  @Test
  void whatWasConsentedToAtOneIsInForceAtBoth() {
    Scene first = Scene.windsor().reported();
    Scene second = Scene.windsor().with(first.victim()).reported().known();
    UUID referral = Doors.referred(first, Doors.HOUSE);
    merge(first, second, 2);
    Doors.until("moved", () -> at(referral, second));
    Doors.post(Doors.OFFICER, Doors.consent(second, Doors.HOUSE))
        .statusCode(409)
        .body("type", containsString("consent-in-force"));
    // another agency may be asked for at either, and is sent her once
    assertEquals(second.incident(), Doors.requested(Doors.give(first, Doors.FSWE)).incident());
  }

  @Test
  void sidesHoldOverTheWhole() {
    Scene first = Scene.windsor().reported();
    Scene second =
        Scene.windsor().reported(new Party(first.victim(), PartyRole.ALLEGED_OFFENDER)).known();
    merge(first, second, 2);
    Doors.until("merged", () -> merged(first, second));
    Map<String, Object> outreach = new HashMap<>(Doors.consent(second, "entraide"));
    outreach.put("person", first.victim());
    outreach.put("purpose", "OUTREACH");
    UUID consent = Doors.give(outreach);
    ReferralRefused refused =
        Doors.awaited(
            Topics.REFERRAL, ReferralRefused.class, event -> event.consent().equals(consent));
    assertEquals("dual-role", refused.reason());
  }

  @Test
  void whoIsKeptOutOfOneIsKeptOutOfBoth() {
    Scene first = Scene.windsor().reportedWithout(Tokens.staffIdOf(Doors.OFFICER));
    Scene second = Scene.windsor().reported().known();
    merge(first, second, 2);
    Doors.until("merged", () -> merged(first, second));
    Doors.post(Doors.OFFICER, Doors.consent(second, Doors.HOUSE)).statusCode(404);
  }

  @Test
  void whatCameWithItGoesBackAndWhatDidNotStays() {
    Scene first = Scene.windsor().reported();
    Scene second = Scene.windsor().reported().known();
    UUID came = Doors.referred(first, Doors.HOUSE);
    UUID own = Doors.referred(second, Doors.HOUSE);
    merge(first, second, 2);
    Doors.until("moved", () -> at(came, second));
    tell(first, 3, new IncidentSeparated(first.incident(), second.incident(), TestClock.now()));
    Doors.until("back", () -> at(came, first));
    assertEquals(second.incident(), moved(came, first).from());
    assertEquals(true, at(own, second));
    Doors.content(Doors.HOUSE, came).statusCode(200);
    Doors.answer(Doors.HOUSE, came, Map.of("status", "accepted")).statusCode(204);
    assertEquals(first.incident(), answered(came).incident());
  }

  @Test
  void anIncidentThatIsNotKnownYetIsWaitedFor() {
    Scene first = Scene.windsor().reported();
    Scene second = Scene.windsor();
    UUID referral = Doors.referred(first, Doors.HOUSE);
    merge(first, second, 2);
    Doors.until(
        "parked",
        () -> sql.count("select count(*) from parked where waits_for = ?", second.incident()) == 1);
    assertEquals(true, at(referral, first));
    second.reported();
    Doors.until("moved", () -> at(referral, second));
    merge(first, second, 3);
    tell(first, 4, new IncidentSeparated(first.incident(), second.incident(), TestClock.now()));
    Doors.until("back", () -> at(referral, first));
  }

  @Test
  void aSplitTakesAReferralAlongForWhomItNamesAlone() {
    Scene whole = Scene.windsor();
    UUID other = UUID.randomUUID();
    Party hers = new Party(whole.victim(), PartyRole.VICTIM);
    Party others = new Party(other, PartyRole.VICTIM);
    whole.reported(hers, others).known();
    UUID referral = Doors.referred(whole, Doors.HOUSE);
    UUID stays = Doors.referred(whole.with(other), Doors.HOUSE);
    Scene fresh = Scene.windsor().reported(hers).known();
    tell(fresh, 2, new IncidentSplit(fresh.incident(), whole.incident(), TestClock.now()));
    Doors.until(
        "split",
        () ->
            sql.count("select count(*) from known_incident where split_from = ?", whole.incident())
                == 1);
    assertEquals(true, at(referral, whole));
    whole.updated(2, others);
    Doors.until("moved", () -> at(referral, fresh));
    assertEquals(whole.incident(), moved(referral, fresh).from());
    assertEquals(true, at(stays, whole));
    Doors.content(Doors.HOUSE, referral).statusCode(200);
    assertEquals(List.of(), movesOf(referral));
  }

  /** A referral that moved is told once, whatever it moved through. */
  private List<Object> movesOf(UUID referral) {
    return sql
        .rows(
            "select state from referral_move where referral = ? and state <> 'requested'", referral)
        .stream()
        .map(row -> row.get("state"))
        .toList();
  }

  private static ReferralMoved moved(UUID referral, Scene to) {
    return Doors.awaited(
        Topics.REFERRAL,
        ReferralMoved.class,
        event -> event.referral().equals(referral) && event.incident().equals(to.incident()));
  }

  private static ReferralAnswered answered(UUID referral) {
    return Doors.awaited(
        Topics.REFERRAL, ReferralAnswered.class, event -> event.referral().equals(referral));
  }

  private static void merge(Scene from, Scene into, long version) {
    tell(from, version, new IncidentMerged(from.incident(), into.incident(), TestClock.now()));
  }

  private static void tell(Scene of, long version, Event event) {
    of.tell(Access.INCIDENT_SERVICE, of.incident(), version, event);
  }

  private boolean merged(Scene from, Scene into) {
    return sql.count(
            "select count(*) from known_incident where id = ? and merged_into = ?",
            from.incident(),
            into.incident())
        == 1;
  }

  private boolean at(UUID referral, Scene scene) {
    return sql.count(
            "select count(*) from referral where id = ? and incident = ?",
            referral,
            scene.incident())
        == 1;
  }
}
