package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.inbox.Repair.Outcome;
import org.warmhandoff.eventing.sample.Waiting;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RepairTest extends WithAside {

  private static final Note NOTE = new Note("administrator", "the handler was wrong");

  @Inject Waiting waiting;

  private final Sql sql = Sql.database("incident");

  @Test
  void whatIsSentAgainIsAsIfItHadNeverFailed() {
    List<ConsumerRecord<String, byte[]>> all =
        LongStream.rangeClosed(1, 6).mapToObj(facts::version).toList();
    moody.dislikes(facts.subject(), 2);
    inbox.take(moody, Facts.batch(all.subList(0, 4)));
    inbox.take(moody, Facts.batch(all.subList(4, 6)));
    inbox.take(waiting, Facts.batch(all));
    assertThat(aside.handled()).containsExactly(1L);

    moody.likes(facts.subject());
    SetAside first = aside.first();
    assertThat(first.waiting()).isEqualTo(4);
    assertThat(repair.sendAgain(first.number(), first.edition(), NOTE))
        .isEqualTo(new Outcome.Gone(5, 0));

    assertThat(aside.set()).isEmpty();
    assertThat(tables(moody.consumer())).isEqualTo(tables(waiting.consumer()));
    assertThat(aside.log()).hasSize(5).allMatch(action -> action.equals("sent"));
  }

  @Test
  void whatFailsAgainStaysWithTheNewReason() {
    SetAside first = poisonedAtTwo(3);
    assertThat(repair.sendAgain(first.number(), first.edition(), NOTE))
        .isEqualTo(new Outcome.Stays(first.number(), "java.lang.IllegalArgumentException", 0, 2));
    assertThat(aside.handled()).containsExactly(1L);
    assertThat(aside.first().waiting()).isEqualTo(1);
    assertThat(aside.first().edition()).isGreaterThan(first.edition());
    assertThat(aside.log()).containsExactly("failed");
  }

  @Test
  void aLaterOneThatFailsStaysWithThoseBehindIt() {
    SetAside first = poisonedAtTwo(5);
    moody.dislikes(facts.subject(), 4);
    Outcome outcome = repair.sendAgain(first.number(), first.edition(), NOTE);
    assertThat(outcome).isInstanceOf(Outcome.Stays.class);
    assertThat(aside.handled()).containsExactly(1L, 2L, 3L);
    assertThat(aside.first().version()).isEqualTo(4);
    assertThat(aside.first().waiting()).isEqualTo(1);
  }

  @Test
  void whatIsLeftIsCountedWhereTheDatabaseGivesOutHalfWay() {
    SetAside first = poisonedAtTwo(5);
    moody.likes(facts.subject());
    moody.loses(facts.subject(), 3);
    assertThat(repair.sendAgain(first.number(), first.edition(), NOTE))
        .isEqualTo(new Outcome.Gone(1, 3));
    assertThat(aside.first().version()).isEqualTo(3);
    assertThat(aside.first().waiting()).isEqualTo(2);
  }

  @Test
  void whatWasParkedBeforeItFailedHasItsEffectToo() {
    moody.dislikes(facts.subject(), 2);
    inbox.take(moody, Facts.batch(facts.version(2)));
    inbox.take(moody, Facts.batch(facts.version(1)));
    assertThat(aside.handled()).containsExactly(1L);
    moody.likes(facts.subject());
    repair.sendAgain(aside.first().number(), 0, NOTE);
    assertThat(aside.handled()).containsExactly(1L, 2L);
  }

  @Test
  void ofTwoOperatorsOneSends() {
    SetAside first = poisonedAtTwo(20);
    moody.likes(facts.subject());
    List<CompletableFuture<Outcome>> both =
        Stream.of("one", "other")
            .map(who -> new Note(who, "both at once"))
            .map(
                note ->
                    CompletableFuture.supplyAsync(
                        () -> repair.sendAgain(first.number(), first.edition(), note)))
            .toList();
    List<Outcome> outcomes = both.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn(Outcome.Gone.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(1);
    assertThat(aside.handled()).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void nothingNewerPassesWhileItIsSent() {
    SetAside first = poisonedAtTwo(10);
    moody.likes(facts.subject());
    CompletableFuture<Void> newer =
        CompletableFuture.runAsync(
            () ->
                LongStream.rangeClosed(11, 80)
                    .forEach(version -> inbox.take(moody, Facts.batch(facts.version(version)))));
    repair.sendAgain(first.number(), first.edition(), NOTE);
    newer.join();
    for (Optional<SetAside> left = aside.set(); left.isPresent(); left = aside.set()) {
      repair.sendAgain(left.get().number(), left.get().edition(), NOTE);
    }
    assertThat(aside.handled()).isEqualTo(LongStream.rangeClosed(1, 80).boxed().toList());
  }

  @Test
  void whoeverEndsBetweenTwoLeavesTheRestInOrder() {
    SetAside first = poisonedAtTwo(4);
    moody.likes(facts.subject());
    repair.send(first.number(), first.edition(), NOTE);
    assertThat(aside.first().version()).isEqualTo(3);
    inbox.take(moody, Facts.batch(facts.version(5)));
    assertThat(aside.handled()).containsExactly(1L, 2L);
    repair.sendAgain(aside.first().number(), aside.first().edition(), NOTE);
    assertThat(aside.handled()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void whatStandsBehindAnotherIsNotSentBeforeIt() {
    SetAside first = poisonedAtTwo(3);
    assertThat(repair.sendAgain(first.number() + 1, 0, NOTE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anOffsetThatBeganAgainNamesAnotherRecord() {
    var before = facts.spoiled(1);
    Facts others = new Facts();
    var after = others.spoiled(1);
    ConsumerRecord<String, byte[]> sameOffset =
        new ConsumerRecord<>(
            after.topic(),
            before.partition(),
            before.offset(),
            9_000,
            TimestampType.CREATE_TIME,
            0,
            after.value().length,
            after.key(),
            after.value(),
            after.headers(),
            Optional.empty());
    inbox.take(moody, Facts.batch(before));
    inbox.take(moody, Facts.batch(before));
    inbox.take(moody, Facts.batch(sameOffset));
    assertThat(
            sql.count(
                "select count(*) from quarantine where consumer = 'moody' and record_offset = ?",
                before.offset()))
        .isEqualTo(2);
  }

  /** All but the consumer's name and the instants. */
  private List<List<Map<String, @Nullable Object>>> tables(String consumer) {
    return List.of(
        sql.rows(
            "select id, subject, version from ledger where consumer = ? and subject = ?"
                + " order by number",
            consumer,
            facts.subject()),
        sql.rows(
            "select source, id, type, correlation, known from inbox where consumer = ?"
                + " and subject = ? order by id",
            consumer,
            facts.subject()),
        sql.rows(
            "select topic, version from aggregate_progress where consumer = ? and subject = ?",
            consumer,
            facts.subject()),
        sql.rows(
            "select * from parked where consumer = ? and subject = ?", consumer, facts.subject()));
  }

  private SetAside poisonedAtTwo(long last) {
    moody.dislikes(facts.subject(), 2);
    inbox.take(
        moody, Facts.batch(LongStream.rangeClosed(1, last).mapToObj(facts::version).toList()));
    return aside.first();
  }
}
