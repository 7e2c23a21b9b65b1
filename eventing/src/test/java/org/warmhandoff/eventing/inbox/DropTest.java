package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.inbox.Repair.Outcome;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class DropTest extends WithAside {

  private static final Note NOTE = new Note("administrator", "it must have no effect");

  @Test
  void droppingAVersionLetsTheNextOneApply() {
    moody.dislikes(facts.subject(), 2);
    inbox.take(moody, Facts.batch(LongStream.rangeClosed(1, 4).mapToObj(facts::version).toList()));
    SetAside first = aside.first();
    assertThat(repair.drop(first.number(), first.edition(), null, null, NOTE))
        .isEqualTo(new Outcome.Gone(1, 2));
    assertThat(aside.first().version()).isEqualTo(3);
    repair.sendAgain(aside.first().number(), aside.first().edition(), NOTE);
    assertThat(aside.handled()).containsExactly(1L, 3L, 4L);
    inbox.take(moody, Facts.batch(facts.version(5)));
    assertThat(aside.handled()).containsExactly(1L, 3L, 4L, 5L);
    assertThat(aside.log()).containsExactly("dropped", "sent", "sent");
  }

  @Test
  void aVersionDroppedBeforeItsTurnIsPassedOverWhenItsTurnComes() {
    inbox.take(moody, Facts.batch(facts.version(1), facts.version(4)));
    inbox.take(moody, Facts.batch(facts.spoiled(3)));
    repair.drop(aside.first().number(), 0, null, null, NOTE);
    assertThat(aside.handled()).containsExactly(1L);
    inbox.take(moody, Facts.batch(facts.version(2)));
    assertThat(aside.handled()).containsExactly(1L, 2L, 4L);
  }

  @Test
  void whatWasDroppedStaysDropped() {
    moody.dislikes(facts.subject(), 1);
    var dropped = facts.version(1);
    inbox.take(moody, Facts.batch(dropped));
    repair.drop(aside.first().number(), 0, null, null, NOTE);
    moody.likes(facts.subject());
    inbox.take(moody, Facts.batch(Facts.again(dropped, 2_000), facts.version(2)));
    assertThat(aside.handled()).containsExactly(2L);
  }

  @Test
  void aDroppedOneThatSaysNoVersionNeedsOne() {
    var record = facts.version(2);
    record.headers().remove("ce_id");
    inbox.take(moody, Facts.batch(facts.version(1), record, facts.version(3)));
    SetAside first = aside.first();
    assertThat(repair.drop(first.number(), first.edition(), null, null, NOTE))
        .isEqualTo(new Outcome.Refused(Repair.Why.VERSION_NEEDED));
    repair.drop(first.number(), first.edition(), facts.subject(), 2L, NOTE);
    repair.sendAgain(aside.first().number(), aside.first().edition(), NOTE);
    assertThat(aside.handled()).containsExactly(1L, 3L);
  }

  @Test
  void aDroppedOneThatMadeNoVersionNeedsNoAggregateAndIsNotKnownAgain() {
    var record = facts.version(1);
    record.headers().remove("ce_id");
    inbox.take(moody, Facts.batch(record));
    SetAside first = aside.first();
    assertThat(repair.drop(first.number(), 0, null, -1L, NOTE))
        .isEqualTo(new Outcome.Refused(Repair.Why.NO_SUCH_VERSION));
    assertThat(repair.drop(first.number(), 0, null, 1L, NOTE))
        .isEqualTo(new Outcome.Refused(Repair.Why.VERSION_NEEDED));
    assertThat(repair.drop(first.number(), 0, null, 0L, NOTE)).isEqualTo(new Outcome.Gone(1, 0));
    assertThat(aside.set()).isEmpty();
    inbox.take(moody, Facts.batch(Facts.again(record, 2_000)));
    assertThat(aside.set()).isPresent();
  }
}
