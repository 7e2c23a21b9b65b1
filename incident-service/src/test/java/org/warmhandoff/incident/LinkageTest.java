package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkageTest {

  private static final Digest VICTIM = new Digest("01");
  private static final Digest OFFENDER = new Digest("02");
  private static final Digest NUMBER = new Digest("aa");
  private static final Digest OTHER_NUMBER = new Digest("0b");
  private static final UUID LINKED = UUID.randomUUID();
  private static final UUID NEW_VICTIM = UUID.randomUUID();
  private static final UUID NEW_OFFENDER = UUID.randomUUID();

  private static final Map<Digest, UUID> CANDIDATES =
      Map.of(VICTIM, NEW_VICTIM, OFFENDER, NEW_OFFENDER);

  @Test
  void aNumberTypedForTwoOfOneIncidentLinksNeither() {
    Map<Digest, Digest> numbers = new LinkedHashMap<>();
    numbers.put(VICTIM, NUMBER);
    numbers.put(OFFENDER, NUMBER);
    assertThat(Linkage.linkable(numbers)).isEmpty();
  }

  @Test
  void numbersAreClaimedInOneOrder() {
    Map<Digest, Digest> numbers = new LinkedHashMap<>();
    numbers.put(VICTIM, NUMBER);
    numbers.put(OFFENDER, OTHER_NUMBER);
    assertThat(Linkage.linkable(numbers).values()).containsExactly(OFFENDER, VICTIM);
  }

  @Test
  void aNewReferenceIsWhoItsNumberStandsFor() {
    assertThat(settle(Map.of(VICTIM, LINKED), Map.of()))
        .isEqualTo(Map.of(VICTIM, LINKED, OFFENDER, NEW_OFFENDER));
  }

  @Test
  void whoIsInTheIncidentUnderAnotherReferenceIsNotLinked() {
    Map<Digest, UUID> candidates = Map.of(VICTIM, LINKED, OFFENDER, NEW_OFFENDER);
    assertThat(
            Linkage.settle(
                List.of(VICTIM, OFFENDER),
                Map.of(OFFENDER, LINKED),
                Map.of(VICTIM, LINKED),
                candidates))
        .isEqualTo(Map.of(VICTIM, LINKED, OFFENDER, NEW_OFFENDER));
  }

  @Test
  void twoReferencesNeverBecomeOnePerson() {
    assertThat(settle(Map.of(VICTIM, LINKED, OFFENDER, LINKED), Map.of()).values())
        .doesNotHaveDuplicates();
  }

  @Test
  void aKnownReferenceStaysWhoItWas() {
    Map<Digest, UUID> candidates = Map.of(VICTIM, NEW_VICTIM, OFFENDER, NEW_OFFENDER);
    assertThat(
            Linkage.settle(
                List.of(VICTIM), Map.of(VICTIM, LINKED), Map.of(VICTIM, NEW_VICTIM), candidates))
        .isEqualTo(Map.of(VICTIM, NEW_VICTIM));
  }

  private static Map<Digest, UUID> settle(Map<Digest, UUID> found, Map<Digest, UUID> known) {
    return Linkage.settle(List.of(VICTIM, OFFENDER), found, known, CANDIDATES);
  }
}
