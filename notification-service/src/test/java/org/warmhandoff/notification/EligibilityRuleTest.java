package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;

class EligibilityRuleTest {

  /** rule: domestic, charge, physical, arrest, status; facts in the same order; the answer. */
  @ParameterizedTest
  @CsvSource({
    "yes,any,any,any,any,      YES,UNDECIDED,UNKNOWN,UNKNOWN,ACTIVE,  ELIGIBLE,eligible",
    "yes,any,any,any,any,      NO,LAID,YES,YES,ACTIVE,                NOT_ELIGIBLE,not-domestic",
    "yes,any,any,any,any,      UNKNOWN,LAID,YES,YES,ACTIVE,           OPEN,domestic-unknown",
    "any,any,any,any,any,      UNKNOWN,UNDECIDED,UNKNOWN,UNKNOWN,ACTIVE, ELIGIBLE,eligible",
    "yes,laid,any,any,any,     YES,UNDECIDED,YES,YES,ACTIVE,          OPEN,charge-undecided",
    "yes,laid,any,any,any,     YES,NONE,YES,YES,ACTIVE,               NOT_ELIGIBLE,no-charge",
    "yes,laid,any,any,any,     YES,LAID,YES,YES,ACTIVE,               ELIGIBLE,eligible",
    "yes,none,any,any,closed,  YES,NONE,YES,YES,CLOSED,               ELIGIBLE,eligible",
    "yes,none,any,any,closed,  YES,NONE,YES,YES,ACTIVE,               OPEN,incident-still-open",
    "yes,none,any,any,closed,  YES,LAID,YES,YES,ACTIVE,               NOT_ELIGIBLE,charge-laid",
    "yes,any,any,any,open,     YES,NONE,YES,YES,CLOSED,               NOT_ELIGIBLE,incident-closed",
    "yes,any,no,any,any,       YES,NONE,YES,YES,CLOSED,               NOT_ELIGIBLE,physical",
    "yes,any,no,any,any,       YES,NONE,UNKNOWN,YES,CLOSED,           OPEN,physical-unknown",
    "yes,any,any,yes,any,      YES,NONE,YES,NO,ACTIVE,                NOT_ELIGIBLE,not-arrest",
    "yes,any,any,yes,any,      YES,NONE,YES,UNKNOWN,ACTIVE,           OPEN,arrest-unknown",
    "yes,any,any,any,any,      YES,LAID,YES,YES,CANCELLED,            NOT_ELIGIBLE,cancelled",
    // what is known to fail settles it, whatever is unknown
    "yes,laid,any,yes,any,     UNKNOWN,NONE,YES,UNKNOWN,ACTIVE,       NOT_ELIGIBLE,no-charge",
  })
  void answersInThreeValues(
      String domestic,
      String charge,
      String physical,
      String arrest,
      String status,
      Known isDomestic,
      Charge isCharged,
      Known isPhysical,
      Known isArrested,
      Status stands,
      String eligibility,
      String reason) {
    EligibilityRule rule =
        EligibilityRule.of(
            new EligibilitySpec(domestic, charge, physical, arrest, status), "/eligible");
    IncidentFacts facts =
        Incidents.facts()
            .domestic(isDomestic)
            .charge(isCharged)
            .physical(isPhysical)
            .arrest(isArrested)
            .status(stands)
            .build();
    EligibilityRule.Answer answer = rule.weigh(EligibilityTableTest.view(facts, false));
    assertEquals(eligibility, answer.eligibility().name());
    assertEquals(reason, answer.reason().code());
  }

  @Test
  void refusesACodeItDoesNotKnow() {
    EligibilitySpec spec = new EligibilitySpec("yes", "maybe", null, null, null);
    Flaw flaw = assertThrows(Flaw.class, () -> EligibilityRule.of(spec, "/eligible"));
    assertEquals("/eligible/charge", flaw.pointer());
    assertEquals("one of any, laid, none", flaw.expected());
  }
}
