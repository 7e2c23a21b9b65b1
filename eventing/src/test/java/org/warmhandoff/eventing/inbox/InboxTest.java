package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.Order;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.Ledger;
import org.warmhandoff.eventing.sample.Waiting;
import org.warmhandoff.eventing.seal.Seal;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class InboxTest {

  @Inject Inbox inbox;
  @Inject Ledger ledger;
  @Inject Seal seal;
  @Inject Waiting waiting;

  private final Sql sql = Sql.database("incident");

  @Test
  void aFactHasItsEffectOnceHoweverOftenItComes() {
    Handler handler = writing("once");
    Facts facts = new Facts();
    var first = facts.version(1);
    inbox.take(handler, Facts.batch(first, first));
    inbox.take(handler, Facts.batch(first, facts.version(2)));
    assertThat(handled(handler, facts)).containsExactly(1L, 2L);
  }

  @Test
  void eachConsumerTakesItForItself() {
    Facts facts = new Facts();
    var first = facts.version(1);
    inbox.take(writing("one"), Facts.batch(first));
    inbox.take(writing("other"), Facts.batch(first));
    assertThat(handled(writing("one"), facts)).containsExactly(1L);
    assertThat(handled(writing("other"), facts)).containsExactly(1L);
  }

  @Test
  void aGapIsParkedUntilItClosesAndAnOlderOneIsDropped() {
    Handler handler = writing("gaps");
    Facts facts = new Facts();
    inbox.take(handler, Facts.batch(facts.version(3), facts.version(2)));
    inbox.take(handler, Facts.batch(facts.version(5)));
    assertThat(handled(handler, facts)).isEmpty();
    assertThat(parked(handler)).isEqualTo(3);
    inbox.take(handler, Facts.batch(facts.version(1)));
    assertThat(handled(handler, facts)).containsExactly(1L, 2L, 3L);
    inbox.take(handler, Facts.batch(facts.version(2), facts.version(4), facts.version(6)));
    assertThat(handled(handler, facts)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(parked(handler)).isZero();
  }

  @Test
  void anyOrderOfArrivalBecomesTheOrderOfVersions() {
    Handler handler = writing("shuffled");
    Random random = new Random(20260308);
    List<Facts> aggregates = Stream.generate(Facts::new).limit(10).toList();
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    aggregates.forEach(a -> LongStream.rangeClosed(1, 12).forEach(v -> all.add(a.version(v))));
    all.addAll(all.subList(0, 40));
    Collections.shuffle(all, random);
    for (int at = 0; at < all.size(); ) {
      int size = Math.min(all.size() - at, 1 + random.nextInt(30));
      inbox.take(handler, Facts.batch(all.subList(at, at + size)));
      at += size;
    }
    for (Facts aggregate : aggregates) {
      assertThat(handled(handler, aggregate))
          .isEqualTo(LongStream.rangeClosed(1, 12).boxed().toList());
    }
    assertThat(parked(handler)).isZero();
  }

  @Test
  void asItComesMeansAsItComes() {
    Handler handler = new Writing("as-it-comes", ledger, Order.AS_IT_COMES);
    Facts facts = new Facts();
    inbox.take(
        handler,
        Facts.batch(facts.version(4), facts.version(2), facts.version(0), facts.version(0)));
    assertThat(handled(handler, facts)).containsExactly(4L, 2L, 0L, 0L);
  }

  @Test
  void anUnknownTypeIsCountedAndItsSuccessorsGoOn() {
    Handler handler = writing("unknown");
    Facts facts = new Facts();
    inbox.take(handler, Facts.batch(facts.version(1), facts.unknown(2), facts.version(3)));
    assertThat(handled(handler, facts)).containsExactly(1L, 3L);
    assertThat(sql.count("select count(*) from inbox where consumer = 'unknown' and not known"))
        .isEqualTo(1);
  }

  @Test
  void onePoisonedRecordAmongTwoHundredTakesOnlyItsKeysLaterOnesWithIt() {
    List<Facts> aggregates = Stream.generate(Facts::new).limit(20).toList();
    Facts poisoned = aggregates.get(7);
    Handler handler =
        new Writing("poison", ledger, Order.VERSIONED) {
          @Override
          public Handled handle(Fact<?> fact) {
            Handled handled = super.handle(fact);
            if (fact.head().subject().equals(poisoned.subject()) && fact.head().version() == 4) {
              throw new IllegalArgumentException("a name that must not be written down");
            }
            return handled;
          }
        };
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    for (long version = 1; version <= 10; version++) {
      for (Facts aggregate : aggregates) {
        all.add(aggregate.version(version));
      }
    }
    inbox.take(handler, Facts.batch(all));

    assertThat(handled(handler, poisoned)).containsExactly(1L, 2L, 3L);
    aggregates.stream()
        .filter(aggregate -> aggregate != poisoned)
        .forEach(
            aggregate ->
                assertThat(handled(handler, aggregate))
                    .isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList()));
    var first = sql.rows("select * from quarantine where consumer = 'poison' and behind is null");
    assertThat(first).hasSize(1);
    assertThat(first.getFirst()).containsEntry("reason", "java.lang.IllegalArgumentException");
    assertThat(
            sql.count(
                "select count(*) from quarantine where consumer = 'poison' and behind = ?",
                Objects.requireNonNull(first.getFirst().get("number"))))
        .isEqualTo(6);

    inbox.take(handler, Facts.batch(poisoned.version(11), aggregates.getFirst().version(11)));
    assertThat(handled(handler, poisoned)).containsExactly(1L, 2L, 3L);
    assertThat(handled(handler, aggregates.getFirst())).hasSize(11);
  }

  @Test
  void whatIsSetAsideIsSealedWhole() {
    Handler handler = writing("sealed");
    Facts facts = new Facts();
    var record = facts.spoiled(1);
    inbox.take(handler, Facts.batch(record, facts.version(2), new Facts().version(1)));
    var rows = sql.rows("select * from quarantine where consumer = 'sealed' order by number");
    assertThat(rows).hasSize(2);
    assertThat(String.valueOf(rows.getFirst().get("reason"))).startsWith("body:");
    assertThat(rows.getLast()).containsEntry("reason", "behind");
    byte[] sealed = (byte[]) Objects.requireNonNull(rows.getFirst().get("sealed"));
    Letter letter = Letter.of(record);
    Letter opened =
        Letter.unpack(
            letter.topic(),
            letter.partition(),
            letter.offset(),
            letter.key(),
            seal.open(sealed, Quarantine.context("sealed", letter)));
    assertThat(opened.body()).isEqualTo(record.value());
    assertThat(opened.headers()).isEqualTo(record.headers());
  }

  @Test
  void aParkedFactThatIsPoisonedIsNotItsPredecessorsFault() {
    Facts facts = new Facts();
    Handler handler =
        new Writing("parked-poison", ledger, Order.VERSIONED) {
          @Override
          public Handled handle(Fact<?> fact) {
            if (fact.head().version() == 2) {
              throw new IllegalStateException("never");
            }
            return super.handle(fact);
          }
        };
    inbox.take(handler, Facts.batch(facts.version(2)));
    inbox.take(handler, Facts.batch(facts.version(1)));
    assertThat(handled(handler, facts)).containsExactly(1L);
    assertThat(parked(handler)).isZero();
    assertThat(
            sql.count(
                "select count(*) from quarantine where consumer = 'parked-poison'"
                    + " and behind is null"))
        .isEqualTo(1);
  }

  @Test
  void aFactWaitsForAnotherAggregate() {
    Facts needed = new Facts();
    Facts facts = new Facts();
    waiting.needs(facts.subject(), needed.subject());
    inbox.take(waiting, Facts.batch(facts.version(1), facts.version(2)));
    assertThat(handled(waiting, facts)).isEmpty();
    assertThat(sql.count("select count(*) from parked where waits_for = ?", needed.subject()))
        .isEqualTo(1);

    inbox.take(writing("another"), Facts.batch(needed.version(1)));
    Eventually.until(() -> handled(waiting, facts).size() == 2);
    assertThat(handled(waiting, facts)).containsExactly(1L, 2L);
    assertThat(sql.count("select count(*) from parked where subject = ?", facts.subject()))
        .isZero();
  }

  @Test
  void whatItWaitsForMayComeInTheSameBatch() {
    List<Facts> pairs = Stream.generate(Facts::new).limit(40).toList();
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(
            i -> {
              waiting.needs(pairs.get(i).subject(), pairs.get(i + 20).subject());
              all.add(pairs.get(i).version(1));
            });
    pairs.subList(20, 40).forEach(pair -> all.add(pair.version(1)));
    inbox.take(waiting, Facts.batch(all));
    Eventually.until(() -> pairs.stream().allMatch(pair -> handled(waiting, pair).size() == 1));
  }

  private Handler writing(String consumer) {
    return new Writing(consumer, ledger, Order.VERSIONED);
  }

  private List<Long> handled(Handler handler, Facts facts) {
    return sql
        .rows(
            "select version from ledger where consumer = ? and subject = ? order by number",
            handler.consumer(),
            facts.subject())
        .stream()
        .map(row -> (Long) Objects.requireNonNull(row.get("version")))
        .toList();
  }

  private long parked(Handler handler) {
    return sql.count("select count(*) from parked where consumer = ?", handler.consumer());
  }

  /** Writes down what it is handed. */
  static class Writing implements Handler {
    private final String consumer;
    private final Ledger ledger;
    private final Order order;

    Writing(String consumer, Ledger ledger, Order order) {
      this.consumer = consumer;
      this.ledger = ledger;
      this.order = order;
    }

    @Override
    public String consumer() {
      return consumer;
    }

    @Override
    public Order order() {
      return order;
    }

    @Override
    public Handled handle(Fact<?> fact) {
      ledger.write(consumer, fact);
      return Handled.done();
    }
  }

  @Test
  void subjectsAreNotMixedUp() {
    Handler handler = writing("mixed");
    Facts a = new Facts(UUID.randomUUID());
    Facts b = new Facts(UUID.randomUUID());
    inbox.take(handler, Facts.batch(a.version(1), b.version(2), a.version(2), b.version(1)));
    assertThat(handled(handler, a)).containsExactly(1L, 2L);
    assertThat(handled(handler, b)).containsExactly(1L, 2L);
  }
}
