package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.PersonEvent.LinkReason;

class JoinsTest {

  private static final PersonLink.Act ACT = new PersonLink.Act("intake", Instant.EPOCH, null);

  private final UUID her = UUID.randomUUID();
  private final UUID him = UUID.randomUUID();
  private final UUID between = UUID.randomUUID();
  private final UUID further = UUID.randomUUID();
  private final UUID aside = UUID.randomUUID();

  @Test
  void whatLiesBetweenTwoIsCutOnBothSidesAndNothingElse() {
    PersonLink one = link(her, between, LinkReason.RECORD_NUMBER);
    PersonLink two = link(further, him, LinkReason.NAME_AND_BIRTH_DATE);
    List<PersonLink> all =
        List.of(
            one,
            link(between, further, LinkReason.RECORD_NUMBER),
            two,
            link(aside, her, LinkReason.RECORD_NUMBER));
    assertThat(Joins.between(Set.of(her, him), all)).containsExactlyInAnyOrder(one, two);
    assertThat(Joins.between(Set.of(her, aside), all)).containsExactly(all.getLast());
    assertThat(Joins.between(Set.of(her, UUID.randomUUID()), all)).isEmpty();
  }

  @Test
  void whatAHumanLinkedStaysWhereCuttingTheOthersIsEnough() {
    PersonLink byHand = link(her, between, LinkReason.BY_HAND);
    PersonLink other = link(between, him, LinkReason.RECORD_NUMBER);
    assertThat(Joins.between(Set.of(her, him), List.of(byHand, other))).containsExactly(other);
    PersonLink also = link(between, him, LinkReason.BY_HAND);
    assertThat(Joins.between(Set.of(her, him), List.of(byHand, also)))
        .containsExactlyInAnyOrder(byHand, also);
  }

  private static PersonLink link(UUID one, UUID other, LinkReason reason) {
    return new PersonLink(
        new Person(one, "w", "CA-ON", new byte[0], Instant.EPOCH), other, reason, ACT);
  }
}
