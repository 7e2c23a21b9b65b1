package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.inbox.Repair.Outcome;
import org.warmhandoff.eventing.sample.Moody;
import org.warmhandoff.eventing.sample.Waiting;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RepairTest {

  private static final Note NOTE = new Note("administrator", "the handler was wrong");

  @Inject Inbox inbox;
  @Inject Moody moody;
  @Inject Waiting waiting;
  @Inject Repair repair;
  @Inject Ward ward;

  private final Sql sql = Sql.database("incident");
  private final Facts facts = new Facts();

  @Test
  void whatIsSentAgainIsAsIfItHadNeverFailed() {
    List<ConsumerRecord<String, byte[]>> all =
        LongStream.rangeClosed(1, 6).mapToObj(facts::version).toList();
    moody.dislikes(facts.subject(), 2);
    inbox.take(moody, Facts.batch(all.subList(0, 4)));
    inbox.take(moody, Facts.batch(all.subList(4, 6)));
    inbox.take(waiting, Facts.batch(all));
    assertThat(handled(moody.consumer())).containsExactly(1L);

    moody.likes(facts.subject());
    SetAside first = first();
    assertThat(first.waiting()).isEqualTo(4);
    assertThat(repair.sendAgain(first.number(), first.edition(), NOTE))
        .isEqualTo(new Outcome.Gone(5, 0));

    assertThat(set()).isEmpty();
    assertThat(tables(moody.consumer())).isEqualTo(tables(waiting.consumer()));
    assertThat(log()).hasSize(5).allMatch(action -> action.equals("sent"));
  }

  @Test
  void whatFailsAgainStaysWithTheNewReason() {
    SetAside first = poisonedAtTwo(3);
    assertThat(repair.sendAgain(first.number(), first.edition(), NOTE))
        .isEqualTo(new Outcome.Stays(first.number(), "java.lang.IllegalArgumentException", 0));
    assertThat(handled(moody.consumer())).containsExactly(1L);
    assertThat(first().waiting()).isEqualTo(1);
    assertThat(first().edition()).isGreaterThan(first.edition());
    assertThat(log()).containsExactly("failed");
  }

  @Test
  void aLaterOneThatFailsStaysWithThoseBehindIt() {
    SetAside first = poisonedAtTwo(5);
    moody.dislikes(facts.subject(), 4);
    Outcome outcome = repair.sendAgain(first.number(), first.edition(), NOTE);
    assertThat(outcome).isInstanceOf(Outcome.Stays.class);
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L, 3L);
    assertThat(first().version()).isEqualTo(4);
    assertThat(first().waiting()).isEqualTo(1);
  }

  @Test
  void aSpoiledOneIsMendedAndSent() {
    inbox.take(moody, Facts.batch(facts.version(1), facts.spoiled(2), facts.version(3)));
    SetAside first = first();
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
    repair.sendAgain(first.number(), first().edition(), NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L, 3L);
    assertThat(log()).containsExactly("mended", "sent", "sent");
  }

  @Test
  void theSpoiledFormOfWhatWasMendedHasNoEffectWhenItComesAgain() {
    var spoiled = facts.spoiled(1);
    inbox.take(moody, Facts.batch(spoiled));
    ward.mend(first().number(), 0, Map.of(), body(), NOTE);
    repair.sendAgain(first().number(), 1, NOTE);
    inbox.take(moody, Facts.batch(again(spoiled, 2_000)));
    assertThat(set()).isEmpty();
    assertThat(handled(moody.consumer())).containsExactly(1L);
  }

  @Test
  void droppingAVersionLetsTheNextOneApply() {
    SetAside first = poisonedAtTwo(4);
    assertThat(repair.drop(first.number(), first.edition(), null, null, NOTE))
        .isEqualTo(new Outcome.Gone(1, 0));
    assertThat(first().version()).isEqualTo(3);
    repair.sendAgain(first().number(), first().edition(), NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L, 3L, 4L);
    inbox.take(moody, Facts.batch(facts.version(5)));
    assertThat(handled(moody.consumer())).containsExactly(1L, 3L, 4L, 5L);
    assertThat(log()).containsExactly("dropped", "sent", "sent");
  }

  @Test
  void aVersionDroppedBeforeItsTurnIsPassedOverWhenItsTurnComes() {
    inbox.take(moody, Facts.batch(facts.version(1), facts.version(4)));
    inbox.take(moody, Facts.batch(facts.spoiled(3)));
    repair.drop(first().number(), 0, null, null, NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L);
    inbox.take(moody, Facts.batch(facts.version(2)));
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L, 4L);
  }

  @Test
  void whatWasDroppedStaysDropped() {
    moody.dislikes(facts.subject(), 1);
    var dropped = facts.version(1);
    inbox.take(moody, Facts.batch(dropped));
    repair.drop(first().number(), 0, null, null, NOTE);
    moody.likes(facts.subject());
    inbox.take(moody, Facts.batch(again(dropped, 2_000), facts.version(2)));
    assertThat(handled(moody.consumer())).containsExactly(2L);
  }

  @Test
  void aDroppedOneThatSaysNoVersionNeedsOne() {
    var record = facts.version(2);
    record.headers().remove("ce_id");
    inbox.take(moody, Facts.batch(facts.version(1), record, facts.version(3)));
    SetAside first = first();
    assertThat(repair.drop(first.number(), first.edition(), null, null, NOTE))
        .isEqualTo(new Outcome.Refused(Repair.Why.VERSION_NEEDED));
    repair.drop(first.number(), first.edition(), facts.subject(), 2L, NOTE);
    repair.sendAgain(first().number(), first().edition(), NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L, 3L);
  }

  @Test
  void whatWasParkedBeforeItFailedHasItsEffectToo() {
    moody.dislikes(facts.subject(), 2);
    inbox.take(moody, Facts.batch(facts.version(2)));
    inbox.take(moody, Facts.batch(facts.version(1)));
    assertThat(handled(moody.consumer())).containsExactly(1L);
    moody.likes(facts.subject());
    repair.sendAgain(first().number(), 0, NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L);
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
    assertThat(handled(moody.consumer())).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
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
    for (Optional<SetAside> left = set(); left.isPresent(); left = set()) {
      repair.sendAgain(left.get().number(), left.get().edition(), NOTE);
    }
    assertThat(handled(moody.consumer())).isEqualTo(LongStream.rangeClosed(1, 80).boxed().toList());
  }

  @Test
  void whoeverEndsBetweenTwoLeavesTheRestInOrder() {
    SetAside first = poisonedAtTwo(4);
    moody.likes(facts.subject());
    repair.send(first.number(), first.edition(), NOTE);
    assertThat(first().version()).isEqualTo(3);
    inbox.take(moody, Facts.batch(facts.version(5)));
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L);
    repair.sendAgain(first().number(), first().edition(), NOTE);
    assertThat(handled(moody.consumer())).containsExactly(1L, 2L, 3L, 4L, 5L);
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

  private SetAside poisonedAtTwo(long last) {
    moody.dislikes(facts.subject(), 2);
    inbox.take(
        moody, Facts.batch(LongStream.rangeClosed(1, last).mapToObj(facts::version).toList()));
    return first();
  }

  private SetAside first() {
    return set().orElseThrow();
  }

  private Optional<SetAside> set() {
    return sql
        .rows(
            "select number from quarantine where consumer = 'moody' and record_key = ?"
                + " and behind is null order by number",
            facts.subject().toString())
        .stream()
        .findFirst()
        .flatMap(row -> ward.find((Long) Objects.requireNonNull(row.get("number"))))
        .map(Ward.Record::row);
  }

  private List<String> log() {
    return sql
        .rows("select action from repair_log where subject = ? order by number", facts.subject())
        .stream()
        .map(row -> String.valueOf(row.get("action")))
        .toList();
  }

  private List<Long> handled(String consumer) {
    return sql
        .rows(
            "select version from ledger where consumer = ? and subject = ? order by number",
            consumer,
            facts.subject())
        .stream()
        .map(row -> (Long) Objects.requireNonNull(row.get("version")))
        .toList();
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

  private byte[] body() {
    return EventJson.write(new OfficersCleared(facts.subject(), facts.subject(), Facts.TIME));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static ConsumerRecord<String, byte[]> again(
      ConsumerRecord<String, byte[]> record, long later) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset() + 1_000_000,
        later,
        TimestampType.CREATE_TIME,
        0,
        record.value().length,
        record.key(),
        record.value(),
        record.headers(),
        Optional.empty());
  }
}
