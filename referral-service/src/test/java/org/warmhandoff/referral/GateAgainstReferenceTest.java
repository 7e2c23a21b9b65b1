package org.warmhandoff.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.referral.Gate.Disclosure;
import org.warmhandoff.referral.Gate.Refused;

/**
 * The gate beside a slow reference that was written from the rules alone: the same categories, not
 * one more and not one less, and every refusal for a rule that is really broken.
 */
class GateAgainstReferenceTest {

  private static final int CASES = 60_000;

  /** A world with few values, so that generated cases meet often. */
  record Case(
      IncidentView incident,
      PersonView person,
      List<ConsentView> consents,
      AgencyView agency,
      Purpose purpose,
      JurisdictionProfile profile,
      Instant now) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_301})
  void neverAFieldMoreOrLess(long seed) {
    Random random = new Random(seed);
    Map<Refusal, Integer> seen = new EnumMap<>(Refusal.class);
    int disclosed = 0;
    for (int i = 0; i < CASES; i++) {
      Case c = new Generator(random).next();
      Set<Refusal> broken = GateReference.brokenRules(c);
      Set<DataCategory> may = GateReference.mayGo(c);
      switch (Gate.decide(
          c.incident(), c.person(), c.consents(), c.agency(), c.purpose(), c.profile(), c.now())) {
        case Disclosure d -> {
          disclosed++;
          assertEquals(may, Set.copyOf(d.categories()), () -> "seed " + seed + ": " + c);
          assertTrue(broken.isEmpty(), () -> "seed " + seed + ": " + broken + " " + c);
        }
        case Refused r -> {
          seen.merge(r.reason(), 1, Integer::sum);
          assertTrue(may.isEmpty(), () -> "seed " + seed + ": held back " + may + " " + c);
          assertTrue(broken.contains(r.reason()), () -> "seed " + seed + ": " + r + " " + c);
        }
      }
    }
    assertTrue(disclosed > CASES / 50, "too few disclosures: " + disclosed);
    assertEquals(EnumSet.allOf(Refusal.class), seen.keySet(), "a refusal that was never met");
  }

  @Test
  void theReferenceItselfKnowsEveryRefusal() {
    assertEquals(EnumSet.allOf(Refusal.class), GateReference.rules());
  }

  private static final class Generator {

    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private final Random random;

    Generator(Random random) {
      this.random = random;
    }

    Case next() {
      UUID incident = id(1, 2);
      UUID person = id(2, 2);
      String agency = agency();
      Purpose purpose = mostly(Purpose.SUPPORT, Purpose.values());
      List<ConsentView> consents = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        consents.add(consent(i, incident, person, agency, purpose));
      }
      Collections.shuffle(consents, random);
      return new Case(
          new IncidentView(
              incident,
              policeService(),
              "CA-ON",
              mostly(Mode.LIVE, Mode.values()),
              parties(person),
              served()),
          new PersonView(person, one(12)),
          consents,
          new AgencyView(agency, !one(12), some(Purpose.class, 6), some(Audience.class, 2)),
          purpose,
          new JurisdictionProfile(
              "CA-ON", some(Form.class, 4), Duration.ofDays(7 + random.nextInt(4))),
          day(2 + random.nextInt(9)));
    }

    private ConsentView consent(
        int number, UUID incident, UUID person, String agency, Purpose purpose) {
      Instant from = day(random.nextInt(4));
      return new ConsentView(
          UUID.nameUUIDFromBytes(new byte[] {(byte) number}),
          number,
          one(9) ? id(1, 2) : incident,
          one(9) ? id(2, 2) : person,
          one(9) ? agency() : agency,
          one(9) ? mostly(Purpose.OUTREACH, Purpose.values()) : purpose,
          one(12) ? Set.of() : some(DataCategory.class, 2),
          mostly(Standing.GIVEN, Standing.values()),
          mostly(Form.VERBAL, Form.values()),
          one(3) ? null : policeService(),
          from,
          from.plus(Duration.ofDays(2 + random.nextInt(8))));
    }

    private List<Party> parties(UUID person) {
      List<Party> parties = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        parties.add(
            new Party(one(2) ? person : id(2, 2), mostly(PartyRole.VICTIM, PartyRole.values())));
      }
      return parties;
    }

    private List<IncidentView.Served> served() {
      return one(4)
          ? List.of(new IncidentView.Served(agency(), mostly(Audience.VICTIM, Audience.values())))
          : List.of();
    }

    private static Instant day(int day) {
      return T0.plus(Duration.ofDays(day));
    }

    private String agency() {
      return one(2) ? "house" : "men";
    }

    private String policeService() {
      return one(6) ? "cleveland" : "windsor";
    }

    private boolean one(int in) {
      return random.nextInt(in) == 0;
    }

    private UUID id(long kind, int of) {
      return new UUID(kind, random.nextInt(of));
    }

    private <T> T mostly(T usual, T[] all) {
      return one(5) ? all[random.nextInt(all.length)] : usual;
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type, int bias) {
      EnumSet<E> set = EnumSet.noneOf(type);
      for (E e : type.getEnumConstants()) {
        if (random.nextInt(bias + 1) > 0) {
          set.add(e);
        }
      }
      return set;
    }
  }
}
