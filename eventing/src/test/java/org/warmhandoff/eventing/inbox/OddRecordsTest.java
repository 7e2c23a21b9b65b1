package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.sample.Moody;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.WithStack;

/** Records as nobody sane writes them, and anybody may: none stops its consumer. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
@Timeout(60)
class OddRecordsTest {

  private static final Note NOTE = new Note("administrator", "an odd record");

  @Inject Inbox inbox;
  @Inject Moody moody;
  @Inject Repair repair;
  @Inject Ward ward;

  private final Sql sql = Sql.database("incident");
  private final Facts facts = new Facts();

  /** Keys no btree takes, no text holds, and some that look like what those are stored as. */
  static List<String> keys() {
    String unique = UUID.randomUUID().toString();
    return List.of(
        tooLong(unique),
        "nul\0" + unique,
        "nul\\0" + unique,
        "nul\\\\0" + unique,
        "\\" + unique + "\\");
  }

  /** As random as no compression makes short. */
  private static String tooLong(String unique) {
    return new Random(20260308)
        .ints(9_000, 0x4e00, 0x9fa5)
        .collect(
            () -> new StringBuilder(unique), StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatItsKeyIsStopsOnlyItsKey(String key) {
    var spoiled = Facts.under(key, facts.spoiled(1));
    var next = Facts.under(key, facts.version(2));
    inbox.take(moody, Facts.batch(spoiled));
    inbox.take(moody, Facts.batch(next, new Facts().version(1)));
    inbox.take(moody, Facts.batch(Facts.under(key + " ", new Facts().version(1))));

    long first = number(spoiled);
    assertThat(sql.count("select behind from quarantine where number = ?", number(next)))
        .isEqualTo(first);
    assertThat(sql.count("select count(*) from quarantine where behind = ?", first)).isEqualTo(1);
    assertThat(ward.mend(first, 0, Map.of(), body(), NOTE).why()).isNull();
    assertThat(repair.sendAgain(first, 1, NOTE)).isEqualTo(new Repair.Outcome.Gone(2, 0));
    assertThat(new Aside("moody", ward, facts).handled()).containsExactly(1L, 2L);
  }

  @Test
  void keysThatAreNearlyAlikeAreTwo() {
    List<String> keys = keys();
    Stream<ConsumerRecord<String, byte[]>> spoiled =
        keys.stream().map(key -> Facts.under(key, new Facts().spoiled(1)));
    inbox.take(moody, Facts.batch(spoiled.toList()));
    var others = keys.stream().map(key -> Facts.under(key, new Facts().version(1))).toList();
    inbox.take(moody, Facts.batch(others));
    assertThat(
            others.stream()
                .map(
                    other ->
                        sql.count("select behind from quarantine where number = ?", number(other)))
                .distinct())
        .hasSize(keys.size());
  }

  @Test
  void aHeaderNameOfAnyLengthIsKept() {
    var spoiled = facts.spoiled(1);
    String name = "é".repeat(70_000);
    spoiled.headers().add(name, bytes("value"));
    inbox.take(moody, Facts.batch(spoiled));
    assertThat(ward.find(number(spoiled)).orElseThrow().content().headers())
        .containsEntry(name, "value");
  }

  @Test
  void aFactWithAnOddKeyIsParkedAndReleased() {
    String key = "nul\0\\" + facts.subject();
    var second = Facts.under(key, facts.version(2));
    second.headers().add("é".repeat(70_000), null);
    inbox.take(moody, Facts.batch(second));
    assertThat(sql.count("select count(*) from parked where subject = ?", facts.subject()))
        .isEqualTo(1);
    inbox.take(moody, Facts.batch(facts.version(1)));
    assertThat(new Aside("moody", ward, facts).handled()).containsExactly(1L, 2L);
  }

  @Test
  void aSourceNobodyCanRememberIsSetAsideAndCanBeDropped() {
    for (String source : List.of("/" + tooLong("source"), "/nul\0")) {
      Facts its = new Facts();
      var record = its.version(1);
      record.headers().remove("ce_source").add("ce_source", bytes(source));
      inbox.take(moody, Facts.batch(record, its.version(2)));
      Aside aside = new Aside("moody", ward, its);
      assertThat(aside.first().reason()).isEqualTo("ce_source");
      assertThat(repair.drop(aside.first().number(), 0, its.subject(), 1L, NOTE))
          .isEqualTo(new Repair.Outcome.Gone(1, 1));
      repair.sendAgain(aside.first().number(), aside.first().edition(), NOTE);
      assertThat(aside.handled()).containsExactly(2L);
    }
  }

  private long number(ConsumerRecord<String, byte[]> record) {
    return sql.count(
        "select number from quarantine where consumer = 'moody' and record_offset = ?",
        record.offset());
  }

  private byte[] body() {
    return EventJson.write(new OfficersCleared(facts.subject(), facts.subject(), Facts.TIME));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
