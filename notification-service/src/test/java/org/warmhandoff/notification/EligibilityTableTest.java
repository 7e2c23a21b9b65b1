package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.notification.Criterion.WhenUnknown;

/** Every combination of yes, no and unknown against a slow reference that reads like the rule. */
class EligibilityTableTest {

  private static final Instant NOON = Instant.parse("2026-11-20T17:00:00Z");
  private static final UUID INCIDENT = new UUID(0, 1);

  /** An incident with these facts. */
  static IncidentView view(IncidentFacts facts, boolean asked) {
    IncidentView view =
        IncidentView.of(new IncidentReported(INCIDENT, facts), "windsor", "CA-ON", Mode.LIVE, NOON);
    return asked
        ? view.after(
            new WorkerWanted(INCIDENT, new UUID(0, 2), NOON, Help.VIRTUAL, null, null),
            Mode.LIVE,
            NOON)
        : view;
  }

  private static EligibilitySpec everything(Map<String, String> unknown) {
    return new EligibilitySpec(
        "yes", "laid", "yes", "yes", "closed", "partner", "yes", "high", List.of("w1"), unknown);
  }

  private static IncidentView incident(Map<Criterion, Known> facts) {
    @Nullable Urgency urgency =
        orNothing(facts.getOrDefault(Criterion.RISK, Known.UNKNOWN), Urgency.HIGH, Urgency.RAISED);
    IncidentFacts base =
        Incidents.facts()
            .domestic(facts.getOrDefault(Criterion.DOMESTIC, Known.UNKNOWN))
            .physical(facts.getOrDefault(Criterion.PHYSICAL, Known.UNKNOWN))
            .arrest(facts.getOrDefault(Criterion.ARREST, Known.UNKNOWN))
            .charge(
                pick(
                    facts.getOrDefault(Criterion.CHARGE, Known.UNKNOWN),
                    Charge.LAID,
                    Charge.NONE,
                    Charge.UNDECIDED))
            .status(facts.get(Criterion.STATUS) == Known.YES ? Status.CLOSED : Status.ACTIVE)
            .circumstances(new Circumstances(null, null, null, List.of(), urgency))
            .build();
    return view(
        placed(
            base,
            orNothing(facts.getOrDefault(Criterion.RELATIONSHIP, Known.UNKNOWN), "XS", "SB"),
            orNothing(facts.getOrDefault(Criterion.MUNICIPALITY, Known.UNKNOWN), "w1", "w2")),
        facts.get(Criterion.ASKED) == Known.YES);
  }

  private static <T> T pick(Known known, T yes, T no, T unknown) {
    return switch (known) {
      case YES -> yes;
      case NO -> no;
      case UNKNOWN -> unknown;
    };
  }

  private static <T> @Nullable T orNothing(Known known, T yes, T no) {
    return switch (known) {
      case YES -> yes;
      case NO -> no;
      case UNKNOWN -> null;
    };
  }

  private static IncidentFacts placed(
      IncidentFacts facts, @Nullable String relationship, @Nullable String place) {
    return new IncidentFacts(
        facts.type(),
        facts.status(),
        facts.domestic(),
        facts.physical(),
        facts.charge(),
        facts.arrest(),
        facts.released(),
        relationship,
        place,
        facts.placeKind(),
        facts.priority(),
        facts.occurredAt(),
        facts.receivedAt(),
        facts.zone(),
        facts.parties(),
        facts.excludedStaff(),
        facts.circumstances());
  }

  /** All wait, all proceed, all pass on, and some mixtures from seeds that stay. */
  static List<Map<Criterion, WhenUnknown>> meanings() {
    return IntStream.range(0, 9)
        .mapToObj(
            seed -> {
              Random random = new Random(seed);
              Map<Criterion, WhenUnknown> means = new EnumMap<>(Criterion.class);
              for (Criterion criterion : Criterion.values()) {
                means.put(criterion, WhenUnknown.values()[seed < 3 ? seed : random.nextInt(3)]);
              }
              return means;
            })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void agreesWithTheReferenceWhateverIsKnown(Map<Criterion, WhenUnknown> means) {
    Map<String, String> said = new HashMap<>();
    means.forEach((criterion, meaning) -> said.put(Codes.of(criterion), Codes.of(meaning)));
    EligibilityRule rule = EligibilityRule.of(everything(said), "/eligible");
    Criterion[] criteria = Criterion.values();
    int combinations = (int) Math.pow(3, criteria.length);
    for (int number = 0; number < combinations; number++) {
      Map<Criterion, Known> facts = new EnumMap<>(Criterion.class);
      for (int i = 0, rest = number; i < criteria.length; i++, rest /= 3) {
        facts.put(criteria[i], Known.values()[rest % 3]);
      }
      // nobody can know that an officer will not ask, or that a call will not end
      facts.computeIfPresent(Criterion.ASKED, (c, known) -> orUnknown(known));
      facts.computeIfPresent(Criterion.STATUS, (c, known) -> orUnknown(known));
      EligibilityRule.Answer answer = rule.weigh(incident(facts));
      assertEquals(reference(facts, means), shown(answer), facts.toString());
    }
  }

  private static Known orUnknown(Known known) {
    return known == Known.NO ? Known.UNKNOWN : known;
  }

  private static String shown(EligibilityRule.Answer answer) {
    return answer.eligibility() + (answer.passes() ? " next rung" : "");
  }

  private static String reference(Map<Criterion, Known> facts, Map<Criterion, WhenUnknown> means) {
    if (facts.containsValue(Known.NO)) {
      return Eligibility.NOT_ELIGIBLE.toString();
    }
    Set<WhenUnknown> open = EnumSet.noneOf(WhenUnknown.class);
    facts.forEach(
        (criterion, known) -> {
          if (known == Known.UNKNOWN) {
            open.add(means.get(criterion));
          }
        });
    if (open.contains(WhenUnknown.NEXT_RUNG)) {
      return Eligibility.OPEN + " next rung";
    }
    return (open.contains(WhenUnknown.WAIT) ? Eligibility.OPEN : Eligibility.ELIGIBLE).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "partner, SE, ELIGIBLE",
    "partner, XR, ELIGIBLE",
    "partner, SB, NOT_ELIGIBLE",
    "partner, VO, OPEN",
    "partner, , OPEN",
    "family, SB, ELIGIBLE",
    "family, BG, NOT_ELIGIBLE",
    "family, RU, OPEN",
    "any, , ELIGIBLE",
  })
  void readsTheRelationshipFromItsCode(
      String wanted, @Nullable String code, Eligibility eligibility) {
    EligibilityRule rule =
        EligibilityRule.of(
            new EligibilitySpec("any", null, null, null, null, wanted, null, null, null, null), "");
    IncidentView incident = view(placed(Incidents.facts().build(), code, null), false);
    assertEquals(eligibility, rule.weigh(incident).eligibility());
  }

  @Test
  void aRuleOfTheFirstReleaseReadsAsItDid() {
    EligibilitySpec old =
        Json.read(
            "{\"domestic\":\"yes\",\"charge\":\"laid\"}",
            new com.fasterxml.jackson.core.type.TypeReference<EligibilitySpec>() {});
    EligibilityRule.Answer answer =
        EligibilityRule.of(old, "").weigh(view(Incidents.facts().build(), false));
    assertEquals(Eligibility.OPEN, answer.eligibility());
    assertEquals("charge-undecided", answer.reason().code());
  }

  @ParameterizedTest
  @CsvSource({"charge, later, /eligible/unknown/charge", "weather, wait, /eligible/unknown"})
  void refusesAMeaningItDoesNotKnow(String criterion, String meaning, String pointer) {
    EligibilitySpec spec = everything(Map.of(criterion, meaning));
    Flaw flaw = assertThrows(Flaw.class, () -> EligibilityRule.of(spec, "/eligible"));
    assertEquals(pointer, flaw.pointer());
  }
}
