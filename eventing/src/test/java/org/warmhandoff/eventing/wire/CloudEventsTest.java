package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;

class CloudEventsTest {

  private static final UUID ID = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b001");
  private static final UUID SUBJECT = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b002");
  private static final UUID INCIDENT = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b003");
  private static final Instant TIME = Instant.parse("2031-03-08T06:59:59.123456Z");
  private static final Instant RECORDED = Instant.parse("2026-11-20T10:00:00.000001Z");

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsWrittenReadsBack(Mode mode) throws Unreadable {
    Head head =
        new Head(
            ID,
            "/incident-service",
            "org.warmhandoff.incident-reported.v1",
            SUBJECT,
            "a key",
            7,
            "windsor",
            "CA-ON",
            mode,
            TIME,
            RECORDED,
            INCIDENT,
            ID,
            "https://example.org/referral/api/v1/referrals/1/content");
    assertThat(head(CloudEvents.headers(head), "a key", 0)).isEqualTo(head);
  }

  @Test
  void namesAreThoseOfTheBinding() {
    Head head =
        new Head(
            ID, "/s", "t", SUBJECT, "k", 1, "p", "j", Mode.LIVE, TIME, RECORDED, null, null, null);
    assertThat(
            Arrays.stream(CloudEvents.headers(head).toArray())
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8)))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_id=" + ID,
            "ce_source=/s",
            "ce_type=t",
            "ce_time=2031-03-08T06:59:59.123456Z",
            "ce_subject=" + SUBJECT,
            "ce_partitionkey=k",
            "ce_dataclassification=pseudonymous",
            "ce_recordedtime=2026-11-20T10:00:00.000001Z",
            "ce_aggregateversion=1",
            "ce_policeservice=p",
            "ce_jurisdiction=j",
            "ce_mode=live",
            "content-type=application/json");
  }

  @Test
  void anAgencyNeedNotKnowOurExtensions() throws Unreadable {
    Head head = head(minimal(), SUBJECT.toString(), 1_000);
    assertThat(head.subject()).isEqualTo(SUBJECT);
    assertThat(head.version()).isZero();
    assertThat(head.mode()).isEqualTo(Mode.LIVE);
    assertThat(head.time()).isEqualTo(Instant.ofEpochMilli(1_000));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion,0.3",
    "ce_id,not-a-uuid",
    "ce_id,''",
    "ce_source,''",
    "ce_type,''",
    "ce_subject,42",
    "ce_time,yesterday",
    "ce_aggregateversion,-1",
    "ce_aggregateversion,1.5",
    "ce_mode,replay",
    "ce_correlationid,42",
  })
  void saysWhichHeaderIsWrongAndNothingOfIt(String name, String value) {
    Headers headers = minimal().remove(name).add(name, value.getBytes(UTF_8));
    assertThatThrownBy(() -> head(headers, SUBJECT.toString(), 0))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e -> {
              assertThat(e.reason()).contains(name.substring(3));
              if (!value.isEmpty()) {
                assertThat(e.reason()).doesNotContain(value);
              }
            });
  }

  private static Headers minimal() {
    return new RecordHeaders()
        .add("ce_specversion", "1.0".getBytes(UTF_8))
        .add("ce_id", ID.toString().getBytes(UTF_8))
        .add("ce_source", "/agencies/fswe".getBytes(UTF_8))
        .add("ce_type", "org.warmhandoff.referral-status-changed.v1".getBytes(UTF_8));
  }

  private static Head head(Headers headers, String key, long timestamp) throws Unreadable {
    return CloudEvents.head(Message.ofKafka(headers, null), key, timestamp);
  }
}
