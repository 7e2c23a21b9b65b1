package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class MendTest extends WithAside {

  private static final Note NOTE = new Note("administrator", "the content was wrong");

  /** Headers by which a record would be another event. */
  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("ce_id", "7f2c0f3e-5d55-4f0e-9a3c-0a4d8f1f6a10"),
        Arguments.of("ce_source", "/referral-service"),
        Arguments.of("ce_type", "org.warmhandoff.scene-safety-revoked.v1"),
        Arguments.of("ce_subject", "7f2c0f3e-5d55-4f0e-9a3c-0a4d8f1f6a10"),
        Arguments.of("ce_aggregateversion", "7"),
        Arguments.of("ce_mode", "test"));
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

  @ParameterizedTest
  @MethodSource("others")
  void whatARecordSaidOfItselfItKeeps(String header, String other) {
    inbox.take(moody, Facts.batch(facts.spoiled(1)));
    long number = aside.first().number();
    assertThat(ward.mend(number, 0, Map.of(header, other), body(), NOTE))
        .isEqualTo(new Ward.Mended(Repair.Why.OTHER_EVENT, header));
    assertThat(aside.first().edition()).isZero();
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatCouldBeReadIsKeptWhereTheRestCouldNot(String header, String other) {
    var record = facts.version(1);
    record.headers().remove("ce_specversion").remove("ce_time").add("ce_time", bytes("soon"));
    inbox.take(moody, Facts.batch(record));
    long number = aside.first().number();
    Map<String, String> whole =
        Map.of("ce_specversion", "1.0", "ce_time", "2026-03-08T06:59:59Z", header, other);
    assertThat(ward.mend(number, 0, whole, body(), NOTE))
        .isEqualTo(new Ward.Mended(Repair.Why.OTHER_EVENT, header));
  }

  @Test
  void whatCouldNotBeReadIsFree() {
    var record = facts.version(1);
    record.headers().remove("ce_subject").remove("ce_aggregateversion").remove("ce_mode");
    record.headers().add("ce_subject", bytes("?")).add("ce_mode", bytes("?"));
    record.headers().add("ce_aggregateversion", bytes("one"));
    inbox.take(moody, Facts.batch(record));
    Map<String, String> whole =
        Map.of(
            "ce_subject",
            facts.subject().toString(),
            "ce_mode",
            "live",
            "ce_aggregateversion",
            "1");
    assertThat(ward.mend(aside.first().number(), 0, whole, null, NOTE).why()).isNull();
    repair.sendAgain(aside.first().number(), 1, NOTE);
    assertThat(aside.handled()).containsExactly(1L);
  }

  @Test
  void theHistorySaysWhatWasChangedWithoutSayingIt() {
    var record = facts.spoiled(1);
    record.headers().add("Demo Person Alder", bytes("Demo Person Alder"));
    inbox.take(moody, Facts.batch(record));
    long number = aside.first().number();
    ward.mend(number, 0, Map.of("ce_jurisdiction", "CA-QC", "Demo Person Alder", ""), body(), NOTE);
    ward.mend(number, 1, Map.of(), body(), NOTE);
    List<Deed> deeds = ward.history(number);
    assertThat(deeds).extracting(Deed::action).containsExactly("mended", "mended");
    assertThat(deeds.getLast().headers()).containsExactly("ce_jurisdiction", "others");
    assertThat(deeds.getLast().before()).matches("[0-9a-f]{64}");
    assertThat(deeds.getLast().after()).isNotEqualTo(deeds.getLast().before());
    assertThat(deeds.getFirst().headers()).isEmpty();
    assertThat(deeds.getFirst().before()).isEqualTo(deeds.getLast().after());
    assertThat(deeds.getFirst().after()).isEqualTo(deeds.getFirst().before());
  }

  private byte[] body() {
    return EventJson.write(new OfficersCleared(facts.subject(), facts.subject(), Facts.TIME));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
