package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.sample.Moody;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class MendTest {

  private static final Note NOTE = new Note("administrator", "the content was wrong");

  @Inject Inbox inbox;
  @Inject Moody moody;
  @Inject Repair repair;
  @Inject Ward ward;

  private final Facts facts = new Facts();
  private Aside aside;

  @BeforeEach
  void look() {
    aside = new Aside(moody.consumer(), ward, facts);
  }

  @Test
  void aSpoiledOneIsMendedAndSent() {
    inbox.take(moody, Facts.batch(facts.version(1), facts.spoiled(2), facts.version(3)));
    SetAside first = aside.first();
    Ward.Mended still = ward.mend(first.number(), first.edition(), Map.of(), bytes("{}"), NOTE);
    assertThat(still.why()).isEqualTo(Repair.Why.UNREADABLE);
    Ward.Mended other =
        ward.mend(
            first.number(),
            first.edition(),
            Map.of("ce_id", UUID.randomUUID().toString()),
            body(),
            NOTE);
    assertThat(other.why()).isEqualTo(Repair.Why.OTHER_EVENT);
    assertThat(ward.mend(first.number(), first.edition(), Map.of(), body(), NOTE).why()).isNull();
    assertThat(ward.mend(first.number(), first.edition(), Map.of(), body(), NOTE).why())
        .isEqualTo(Repair.Why.CHANGED_MEANWHILE);
    repair.sendAgain(first.number(), aside.first().edition(), NOTE);
    assertThat(aside.handled()).containsExactly(1L, 2L, 3L);
    assertThat(aside.log()).containsExactly("mended", "sent", "sent");
  }

  @Test
  void theSpoiledFormOfWhatWasMendedHasNoEffectWhenItComesAgain() {
    var spoiled = facts.spoiled(1);
    inbox.take(moody, Facts.batch(spoiled));
    ward.mend(aside.first().number(), 0, Map.of(), body(), NOTE);
    repair.sendAgain(aside.first().number(), 1, NOTE);
    inbox.take(moody, Facts.batch(Facts.again(spoiled, 2_000)));
    assertThat(aside.set()).isEmpty();
    assertThat(aside.handled()).containsExactly(1L);
  }

  private byte[] body() {
    return EventJson.write(new OfficersCleared(facts.subject(), facts.subject(), Facts.TIME));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
