package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyReferral.ReferralOffered;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.ContactMade;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.ReferralEvent.ReferralRefused;
import org.warmhandoff.contracts.ReferralEvent.ReferralRequested;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Records.Found;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.WithStack;

/** A consent becomes a referral on the agency's own topic, or a reason why not. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class ReferralDoorTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  private static ReferralRefused refused(UUID consent) {
    return Doors.awaited(
        Topics.REFERRAL, ReferralRefused.class, event -> event.consent().equals(consent));
  }

  @Test
  void aConsentBecomesAReferralOnTheAgencysOwnTopic() {
    Scene scene = Scene.windsor().reported();
    ReferralRequested requested = Doors.requested(Doors.give(scene, Doors.HOUSE));
    assertEquals(scene.incident(), requested.incident());
    assertEquals(List.of("shelter"), requested.needs());
    Found found = Doors.offered(Doors.HOUSE, requested.referral());
    ReferralOffered offered = Doors.event(found, ReferralOffered.class);
    assertEquals(List.of("shelter"), offered.needs());
    assertEquals(offered.answerBy(), requested.at().plusSeconds(24 * 3600));
    assertEquals(
        "http://localhost:8080/referral/api/v1/referrals/" + requested.referral() + "/content",
        found.header("ce_dataref"));
    String whole = found.headers() + found.body();
    assertFalse(whole.contains(scene.incident().toString()), "the incident is not the agency's");
    assertFalse(whole.contains(scene.victim().toString()), "the person has an id of the agency's");
    assertNull(found.headers().get("ce_correlationid"));
    assertNull(found.headers().get("ce_causationid"));
  }

  @Test
  void eachAgencyKnowsAPersonUnderAnIdOfItsOwnAndKeepsIt() {
    Scene first = Scene.windsor().reported();
    Scene second = Scene.windsor().with(first.victim()).reported();
    UUID house = client(Doors.HOUSE, Doors.referred(first, Doors.HOUSE));
    assertEquals(house, client(Doors.HOUSE, Doors.referred(second, Doors.HOUSE)));
    assertNotEquals(house, client(Doors.FSWE, Doors.referred(first, Doors.FSWE)));
  }

  private static UUID client(String agency, UUID referral) {
    return Doors.event(Doors.offered(agency, referral), ReferralOffered.class).client();
  }

  @Test
  void anAgencyReadsNoOtherTopicThanItsOwn() {
    Doors.referred(Scene.windsor().reported(), Doors.HOUSE);
    assertThrows(
        AuthorizationException.class,
        () -> Records.read(Topics.agencyReferrals(Doors.HOUSE), Access.principalOf(Doors.FSWE)));
    assertFalse(
        Records.read(Topics.agencyReferrals(Doors.HOUSE), Access.principalOf(Doors.HOUSE))
            .isEmpty());
  }

  @Test
  void itWaitsForAnIncidentAndForThePersonsPartInIt() {
    Scene scene = Scene.windsor();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    Doors.until("parked", () -> parked(scene) == 1);
    scene.reported(new Party(scene.offender(), PartyRole.ALLEGED_OFFENDER));
    Doors.until(
        "incident heard of",
        () -> sql.count("select count(*) from known_incident where id = ?", scene.incident()) == 1);
    Doors.until("still parked", () -> parked(scene) == 1);
    scene.updated(
        2,
        new Party(scene.offender(), PartyRole.ALLEGED_OFFENDER),
        new Party(scene.victim(), PartyRole.VICTIM));
    assertEquals(scene.incident(), Doors.requested(consent).incident());
    assertEquals(0, parked(scene));
  }

  private long parked(Scene scene) {
    return sql.count("select count(*) from parked where waits_for = ?", scene.incident());
  }

  @Test
  void aConsentToldAgainOpensNoSecondReferral() {
    Scene scene = Scene.windsor().reported();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    Doors.requested(consent);
    Found told =
        Records.read(Topics.CONSENT).stream()
            .filter(record -> consent.toString().equals(record.key()))
            .findFirst()
            .orElseThrow();
    Records.send(Access.REFERRAL_SERVICE, Topics.CONSENT, told.key(), told.headers(), told.value());
    Map<String, String> retold = new HashMap<>(told.headers());
    UUID id = UUID.randomUUID();
    retold.put("ce_id", id.toString());
    retold.put("ce_aggregateversion", "2");
    Records.send(Access.REFERRAL_SERVICE, Topics.CONSENT, told.key(), retold, told.value());
    Doors.until("told again", () -> sql.count("select count(*) from inbox where id = ?", id) == 1);
    assertEquals(1, sql.count("select count(*) from referral where consent = ?", consent));
    assertEquals(
        1,
        sql.count(
            "select count(*) from outbox where topic = ? and correlation = ? and type like"
                + " '%referral-requested%'",
            Topics.REFERRAL, scene.incident()));
  }

  @Test
  void historyAndTestsReferNobody() {
    for (Mode mode : List.of(Mode.HISTORY, Mode.TEST)) {
      Scene past = Scene.of("windsor", "CA-ON", "America/Toronto", mode).reported();
      UUID consent = Doors.give(past, Doors.HOUSE);
      assertEquals("not-live", refused(consent).reason());
      assertEquals(0, sql.count("select count(*) from referral where consent = ?", consent));
    }
  }

  @Test
  void theGateStandsBeforeEveryReferral() {
    Doors.describe("entraide", true, List.of("OUTREACH", "SUPPORT"), List.of("ALLEGED_OFFENDER"));
    Scene scene = Scene.windsor().reported();
    assertEquals("agency-not-for-side", refused(Doors.give(scene, "entraide")).reason());
    Doors.describe("harbour-support", false, List.of("SUPPORT"), List.of("VICTIM"));
    assertEquals("agency-inactive", refused(Doors.give(scene, "harbour-support")).reason());
    Map<String, Object> ofTheOffender = Doors.consent(scene, Doors.HOUSE);
    ofTheOffender.put("person", scene.offender());
    assertEquals("not-on-side", refused(Doors.give(ofTheOffender)).reason());
  }

  @Test
  void noAgencyGetsBothSidesOfAnIncident() {
    Scene scene = Scene.windsor().reported();
    Doors.referred(scene, Doors.HOUSE);
    Doors.describe(Doors.HOUSE, true, List.of("OUTREACH"), List.of("ALLEGED_OFFENDER"));
    Map<String, Object> other = Doors.consent(scene, Doors.HOUSE);
    other.put("person", scene.offender());
    other.put("purpose", "OUTREACH");
    assertEquals("both-sides", refused(Doors.give(other)).reason());
  }

  @Test
  void theJurisdictionDecidesWhichFormCounts() {
    Scene scene =
        Scene.of("elsewhere", "XX-STRICT", "UTC", Mode.LIVE)
            .reported()
            .takenBy("onscene-worker-1", Audience.VICTIM);
    Map<String, Object> spoken = Doors.consent(scene, Doors.HOUSE);
    assertEquals("form-not-accepted", refused(taken(spoken)).reason());
    Map<String, Object> written = Doors.consent(scene, Doors.FSWE);
    written.put("form", "WRITTEN");
    assertTrue(Doors.requested(taken(written)).needs().contains("shelter"));
  }

  /** By a worker, whom no police service holds back. */
  private static UUID taken(Map<String, Object> consent) {
    return UUID.fromString(
        Doors.post("onscene-worker-1", consent).statusCode(201).extract().<String>path("consent"));
  }

  @Test
  void whatWasImportedAndHappensNowIsReferred() {
    Scene history = Scene.of("windsor", "CA-ON", "America/Toronto", Mode.HISTORY);
    history.reported().known();
    Party victim = new Party(history.victim(), PartyRole.VICTIM);
    history.as(Mode.LIVE).updated(2, victim);
    Doors.until("live", () -> mode(history).equals("LIVE"));
    history.updated(3, victim, new Party(history.offender(), PartyRole.ALLEGED_OFFENDER));
    Doors.until(
        "the last state",
        () ->
            sql.count(
                    "select count(*) from known_incident where id = ? and ? = any (offenders)",
                    history.incident(),
                    history.offender())
                == 1);
    assertEquals("LIVE", mode(history));
    Doors.requested(Doors.give(history, Doors.HOUSE));
  }

  private String mode(Scene scene) {
    return String.valueOf(
        sql.rows("select mode from known_incident where id = ?", scene.incident())
            .getFirst()
            .get("mode"));
  }

  @Test
  void theProgramIsTheOneInContactElseThePurposesOwn() {
    Scene scene = Scene.windsor().reported();
    UUID assignment = UUID.randomUUID();
    scene.tell(
        Access.NOTIFICATION_SERVICE,
        assignment,
        1,
        new AssignmentOpened(
            scene.incident(),
            assignment,
            "windsor-onscene",
            Audience.VICTIM,
            HelpMode.ON_SITE,
            TestClock.now()));
    scene.tell(
        Access.NOTIFICATION_SERVICE,
        assignment,
        2,
        new ContactMade(scene.incident(), assignment, UUID.randomUUID(), TestClock.now()));
    Doors.until(
        "contact heard of",
        () ->
            sql.count(
                    "select count(*) from known_assignment where id = ? and contact_at is not null",
                    assignment)
                == 1);
    assertEquals("windsor-onscene", Doors.requested(Doors.give(scene, Doors.HOUSE)).program());
    Scene later = Scene.windsor().reported();
    Map<String, Object> early = Doors.consent(later, Doors.FSWE);
    early.put("purpose", "EARLY_INTERVENTION");
    assertEquals("fswe-early", Doors.requested(Doors.give(early)).program());
    assertNull(Doors.requested(Doors.give(later, Doors.HOUSE)).program());
  }

  @Test
  void aConsentWithdrawnBeforeItWasHeardOpensNothing() {
    Scene scene = Scene.windsor();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    Doors.withdraw(consent);
    Doors.until("parked", () -> parked(scene) == 1);
    scene.reported();
    assertEquals("consent-withdrawn", refused(consent).reason());
    assertEquals(
        1,
        Records.read(Topics.CONSENT).stream()
            .filter(record -> consent.toString().equals(record.key()))
            .filter(record -> record.header("ce_type").contains("consent-given"))
            .map(record -> Doors.event(record, ConsentGiven.class))
            .count());
  }
}
