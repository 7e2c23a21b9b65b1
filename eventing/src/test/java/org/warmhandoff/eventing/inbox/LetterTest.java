package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.wire.EventJson;

class LetterTest {

  @Test
  void isKeptWhole() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "x".getBytes(UTF_8)).add("ce_id", "y".getBytes(UTF_8)).add("none", null);
    Letter letter = new Letter("t", 3, 42, "k", 1_234, headers, new byte[] {0, -1, 7});
    Letter again = Letter.unpack("t", 3, 42, "k", letter.packed());
    assertThat(again.headers()).isEqualTo(headers);
    assertThat(again.body()).containsExactly(0, -1, 7);
    assertThat(again.timestamp()).isEqualTo(1_234);
  }

  @Test
  void whatAnEarlierReleasePackedIsRead() throws Exception {
    ByteArrayOutputStream earlier = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(earlier)) {
      out.writeLong(1_234);
      out.writeInt(2);
      out.writeUTF("nul\0é");
      out.writeInt(1);
      out.write('x');
      out.writeUTF("none");
      out.writeInt(-1);
    }
    Letter letter = Letter.unpack("t", 3, 42, "k", earlier.toByteArray(), null);
    assertThat(letter.timestamp()).isEqualTo(1_234);
    assertThat(letter.headers())
        .isEqualTo(
            new RecordHeaders().add("nul\0é", "x".getBytes(UTF_8)).add("none", (byte[]) null));
  }

  @Test
  void isKeptWholeWithoutKeyAndBody() {
    Letter letter = new Letter("t", 0, 0, null, 0, new RecordHeaders(), null);
    Letter again = Letter.unpack("t", 0, 0, null, letter.packed());
    assertThat(again.body()).isNull();
    assertThat(again.headers().toArray()).isEmpty();
  }

  @Test
  void anAgencyCannotAnswerInAnothersName() {
    Facts facts = new Facts();
    ReferralStatusChanged answer =
        new ReferralStatusChanged("fswe", facts.subject(), Status.ACCEPTED, null, Facts.TIME);
    assertThat(Letter.of(facts.on(Topics.agencyAnswers("fswe"), 0, answer)).open())
        .isInstanceOf(Arrival.Readable.class);
    assertThat(Letter.of(facts.on(Topics.agencyAnswers("entraide"), 0, answer)).open())
        .isInstanceOfSatisfying(
            Arrival.Spoiled.class,
            spoiled -> assertThat(spoiled.reason()).isEqualTo("another topic's event"));
  }

  @Test
  void aStructuredEventObeysTheSameChecks() throws Exception {
    UUID referral = UUID.randomUUID();
    assertThat(structured("fswe", referral).open())
        .isInstanceOfSatisfying(
            Arrival.Readable.class,
            read -> assertThat(read.event()).isInstanceOf(ReferralStatusChanged.class));
    assertThat(structured("entraide", referral).open())
        .isInstanceOfSatisfying(
            Arrival.Spoiled.class,
            spoiled -> assertThat(spoiled.reason()).isEqualTo("another topic's event"));
  }

  private static Letter structured(String topicOf, UUID referral) {
    ReferralStatusChanged answer =
        new ReferralStatusChanged("fswe", referral, Status.ACCEPTED, null, Facts.TIME);
    String whole =
        """
        {"specversion": "1.0", "id": "%s", "source": "/fswe", "type": "%s", "data": %s}"""
            .formatted(
                UUID.randomUUID(),
                EventTypes.name(ReferralStatusChanged.class),
                new String(EventJson.write(answer), UTF_8));
    RecordHeaders headers = new RecordHeaders();
    headers.add("content-type", "application/cloudevents+json".getBytes(UTF_8));
    return new Letter(
        Topics.agencyAnswers(topicOf),
        0,
        0,
        referral.toString(),
        0,
        headers,
        whole.getBytes(UTF_8));
  }
}
