package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.referral.Gate.Decision;
import org.warmhandoff.referral.Gate.Disclosure;
import org.warmhandoff.referral.Gate.Refused;

/** Each rule of the gate, one at a time, from a case in which everything is right. */
class GateTest {

  private static final Instant GIVEN = Instant.parse("2026-03-01T21:00:00Z");
  private static final Instant NOW = GIVEN.plusSeconds(60);
  private static final UUID INCIDENT = new UUID(1, 1);
  private static final UUID VICTIM = new UUID(2, 1);
  private static final UUID OFFENDER = new UUID(2, 2);
  private static final Set<DataCategory> SHARED = Set.of(DataCategory.NAME, DataCategory.PHONE);
  private static final List<Party> PARTIES =
      List.of(
          new Party(VICTIM, PartyRole.VICTIM),
          new Party(VICTIM, PartyRole.CALLER),
          new Party(OFFENDER, PartyRole.ALLEGED_OFFENDER));
  private static final AgencyView AGENCY =
      new AgencyView("house", true, Set.of(Purpose.SUPPORT), Set.of(Audience.VICTIM));
  private static final AgencyView OUTREACH =
      new AgencyView("men", true, Set.of(Purpose.OUTREACH), Set.of(Audience.ALLEGED_OFFENDER));
  private static final JurisdictionProfile ONTARIO =
      new JurisdictionProfile("CA-ON", Set.of(Form.VERBAL, Form.WRITTEN), Duration.ofDays(90));

  private static IncidentView incident(Mode mode, List<Party> parties) {
    return new IncidentView(INCIDENT, "windsor", "CA-ON", mode, parties, List.of());
  }

  private static IncidentView live() {
    return incident(Mode.LIVE, PARTIES);
  }

  private static ConsentView consent(long number, Standing standing, Set<DataCategory> categories) {
    return new ConsentView(
        new UUID(3, number),
        number,
        INCIDENT,
        VICTIM,
        "house",
        Purpose.SUPPORT,
        categories,
        standing,
        Form.VERBAL,
        "windsor",
        GIVEN,
        GIVEN.plus(Duration.ofDays(90)));
  }

  private static ConsentView given() {
    return consent(1, Standing.GIVEN, SHARED);
  }

  private static Decision decide(IncidentView incident, ConsentView... consents) {
    return decide(incident, new PersonView(VICTIM, false), AGENCY, NOW, consents);
  }

  private static Decision decide(
      IncidentView incident,
      PersonView person,
      AgencyView agency,
      Instant now,
      ConsentView... consents) {
    return Gate.decide(incident, person, List.of(consents), agency, Purpose.SUPPORT, ONTARIO, now);
  }

  private static Decision decideAt(Instant now) {
    return decide(live(), new PersonView(VICTIM, false), AGENCY, now, given());
  }

  private static void assertRefused(Refusal reason, Decision decision) {
    assertEquals(new Refused(reason), decision);
  }

  @Test
  void aConsentInForceLetsExactlyItsCategoriesThrough() {
    Disclosure disclosure = assertInstanceOf(Disclosure.class, decide(live(), given()));
    assertEquals(List.of(DataCategory.NAME, DataCategory.PHONE), disclosure.categories());
    assertEquals(VICTIM, disclosure.person());
    assertEquals("house", disclosure.agency());
    assertEquals(given().expiresAt(), disclosure.until());
  }

  @Test
  void historyAndTestsReferNobody() {
    assertRefused(Refusal.NOT_LIVE, decide(incident(Mode.HISTORY, PARTIES), given()));
    assertRefused(Refusal.NOT_LIVE, decide(incident(Mode.TEST, PARTIES), given()));
  }

  @Test
  void anErasedPersonIsNotReferred() {
    assertRefused(
        Refusal.PERSON_ERASED, decide(live(), new PersonView(VICTIM, true), AGENCY, NOW, given()));
  }

  @Test
  void anAgencyMustBeActiveAndServeThePurposeAndTheSide() {
    PersonView person = new PersonView(VICTIM, false);
    assertRefused(
        Refusal.AGENCY_INACTIVE,
        decide(
            live(),
            person,
            new AgencyView("house", false, AGENCY.purposes(), AGENCY.serves()),
            NOW,
            given()));
    assertRefused(
        Refusal.AGENCY_NOT_FOR_PURPOSE,
        decide(
            live(),
            person,
            new AgencyView("house", true, Set.of(), AGENCY.serves()),
            NOW,
            given()));
    assertRefused(
        Refusal.AGENCY_NOT_FOR_SIDE,
        decide(
            live(),
            person,
            new AgencyView("house", true, AGENCY.purposes(), Set.of(Audience.ALLEGED_OFFENDER)),
            NOW,
            given()));
  }

  @Test
  void thePersonMustBeOnTheSideThePurposeHelps() {
    List<Party> onlyCalled = List.of(new Party(VICTIM, PartyRole.CALLER));
    assertRefused(Refusal.NOT_ON_SIDE, decide(incident(Mode.LIVE, onlyCalled), given()));
  }

  @Test
  void aDualRoleWaitsOnTheOffendersSideAndNotOnTheVictims() {
    List<Party> dual =
        List.of(new Party(VICTIM, PartyRole.VICTIM), new Party(VICTIM, PartyRole.ALLEGED_OFFENDER));
    assertInstanceOf(Disclosure.class, decide(incident(Mode.LIVE, dual), given()));
    ConsentView outreach =
        new ConsentView(
            new UUID(3, 9),
            9,
            INCIDENT,
            VICTIM,
            "men",
            Purpose.OUTREACH,
            SHARED,
            Standing.GIVEN,
            Form.VERBAL,
            null,
            GIVEN,
            GIVEN.plusSeconds(3600));
    assertRefused(
        Refusal.DUAL_ROLE,
        Gate.decide(
            incident(Mode.LIVE, dual),
            new PersonView(VICTIM, false),
            List.of(outreach),
            OUTREACH,
            Purpose.OUTREACH,
            ONTARIO,
            NOW));
  }

  @Test
  void oneAgencyNeverGetsBothSidesOfOneIncident() {
    AgencyView both =
        new AgencyView(
            "house", true, AGENCY.purposes(), Set.of(Audience.VICTIM, Audience.ALLEGED_OFFENDER));
    assertRefused(
        Refusal.BOTH_SIDES, decide(live(), new PersonView(VICTIM, false), both, NOW, given()));
    IncidentView served =
        new IncidentView(
            INCIDENT,
            "windsor",
            "CA-ON",
            Mode.LIVE,
            PARTIES,
            List.of(new IncidentView.Served("house", Audience.ALLEGED_OFFENDER)));
    assertRefused(Refusal.BOTH_SIDES, decide(served, given()));
  }

  @Test
  void withoutAConsentForThisReleaseNothingGoes() {
    assertRefused(Refusal.NO_CONSENT, decide(live()));
    ConsentView toAnother =
        new ConsentView(
            new UUID(3, 5),
            5,
            INCIDENT,
            VICTIM,
            "other",
            Purpose.SUPPORT,
            SHARED,
            Standing.GIVEN,
            Form.VERBAL,
            "windsor",
            GIVEN,
            GIVEN.plusSeconds(60));
    assertRefused(Refusal.NO_CONSENT, decide(live(), toAnother));
  }

  @Test
  void theLastStatementCounts() {
    ConsentView withdrawn = consent(1, Standing.WITHDRAWN, SHARED);
    ConsentView again = consent(2, Standing.GIVEN, Set.of(DataCategory.PHONE));
    ConsentView refused = consent(3, Standing.REFUSED, Set.of());
    assertRefused(Refusal.CONSENT_WITHDRAWN, decide(live(), withdrawn));
    Disclosure disclosure = assertInstanceOf(Disclosure.class, decide(live(), again, withdrawn));
    assertEquals(List.of(DataCategory.PHONE), disclosure.categories());
    assertRefused(Refusal.CONSENT_REFUSED, decide(live(), refused, again, withdrawn));
    assertRefused(
        Refusal.CONSENT_EXPIRED, decide(live(), consent(4, Standing.LAPSED, SHARED), given()));
  }

  @Test
  void aConsentHoldsFromItsFirstInstantAndNotAtItsLast() {
    assertInstanceOf(Disclosure.class, decideAt(GIVEN));
    assertInstanceOf(Disclosure.class, decideAt(given().expiresAt().minusNanos(1)));
    assertRefused(Refusal.CONSENT_NOT_YET_VALID, decideAt(GIVEN.minusNanos(1)));
    assertRefused(Refusal.CONSENT_EXPIRED, decideAt(given().expiresAt()));
  }

  @Test
  void aConsentToNothingIsNone() {
    assertRefused(
        Refusal.CONSENT_WITHOUT_CATEGORIES, decide(live(), consent(1, Standing.GIVEN, Set.of())));
  }

  @Test
  void anOfficerOfAnotherPoliceServiceCannotTakeIt() {
    assertRefused(Refusal.TAKEN_ELSEWHERE, decide(live(), variant("cleveland", Form.VERBAL, 90)));
    assertInstanceOf(Disclosure.class, decide(live(), variant(null, Form.VERBAL, 90)));
  }

  @Test
  void theJurisdictionSaysWhichFormsAndHowLong() {
    assertRefused(
        Refusal.FORM_NOT_ACCEPTED, decide(live(), variant("windsor", Form.ELECTRONIC, 90)));
    assertRefused(Refusal.VALIDITY_TOO_LONG, decide(live(), variant("windsor", Form.WRITTEN, 91)));
  }

  private static ConsentView variant(@Nullable String policeService, Form form, int days) {
    return new ConsentView(
        new UUID(3, 7),
        7,
        INCIDENT,
        VICTIM,
        "house",
        Purpose.SUPPORT,
        SHARED,
        Standing.GIVEN,
        form,
        policeService,
        GIVEN,
        GIVEN.plus(Duration.ofDays(days)));
  }
}
