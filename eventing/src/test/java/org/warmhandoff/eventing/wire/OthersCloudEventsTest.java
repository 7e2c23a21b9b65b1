package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;

/** What we send is read by the CloudEvents project's own library, and what it sends, by us. */
class OthersCloudEventsTest {

  private static final UUID ID = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b001");
  private static final UUID SUBJECT = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b002");
  private static final Instant TIME = Instant.parse("2026-03-08T06:59:59.123456Z");
  private static final String STRUCTURED = "application/cloudevents+json";

  static java.util.List<Class<? extends Event>> types() {
    return EventTypes.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsWhatTheRelaySends(Class<? extends Event> type) {
    Head head = head(EventTypes.name(type));
    byte[] body = EventJson.write(Samples.full(type));
    CloudEvent read = KafkaMessageFactory.createReader(CloudEvents.headers(head), body).toEvent();
    assertThat(read.getId()).isEqualTo(ID.toString());
    assertThat(read.getType()).isEqualTo(head.type());
    assertThat(read.getSource()).isEqualTo(URI.create(head.source()));
    assertThat(read.getSubject()).isEqualTo(SUBJECT.toString());
    assertThat(Objects.requireNonNull(read.getTime()).toInstant()).isEqualTo(TIME);
    assertThat(read.getDataContentType()).isEqualTo("application/json");
    assertThat(read.getExtension("aggregateversion")).isEqualTo("7");
    assertThat(read.getExtension("policeservice")).isEqualTo("windsor");
    assertThat(read.getExtension("mode")).isEqualTo("live");
    assertThat(Objects.requireNonNull(read.getData()).toBytes()).isEqualTo(body);
  }

  /** Read by the library and written by it again, in either mode, it is the same event to us. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void weReadWhatItSends(boolean structured) throws Exception {
    for (Class<? extends Event> type : EventTypes.all()) {
      Head head = head(EventTypes.name(type));
      Event event = Samples.full(type);
      CloudEvent theirs =
          KafkaMessageFactory.createReader(CloudEvents.headers(head), EventJson.write(event))
              .toEvent();
      ProducerRecord<String, byte[]> sent = send(theirs, structured);
      Message message = Message.ofKafka(sent.headers(), sent.value());
      assertThat(CloudEvents.head(message, head.key(), 0)).isEqualTo(head);
      assertThat(EventJson.read(type, Objects.requireNonNull(message.data()))).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAgencysPlainEventIsReadAndItsOwnExtensionsAreLeftAlone(boolean structured)
      throws Exception {
    CloudEvent theirs =
        CloudEventBuilder.v1()
            .withId(ID.toString())
            .withSource(URI.create("https://agency.example/intake"))
            .withType(EventTypes.name(ReferralStatusChanged.class))
            .withTime(OffsetDateTime.parse("2026-03-08T01:59:59.123456-05:00"))
            .withExtension("agencysown", "kept out")
            .withData(
                "application/json", EventJson.write(Samples.full(ReferralStatusChanged.class)))
            .build();
    ProducerRecord<String, byte[]> sent = send(theirs, structured);
    Message message = Message.ofKafka(sent.headers(), sent.value());
    Head head = CloudEvents.head(message, SUBJECT.toString(), 1_000);
    assertThat(message.attributes()).containsEntry("agencysown", "kept out");
    assertThat(head.subject()).isEqualTo(SUBJECT);
    assertThat(head.version()).isZero();
    assertThat(head.time()).isEqualTo(TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"specversion\":\"1.0\"",
        "{\"id\":\"1\",\"id\":\"2\"}",
        "{\"id\":{\"secret\":\"Maple\"}}",
        "{\"data\":{},\"data_base64\":\"e30=\"}",
        "{\"data_base64\":\"Maple!\"}"
      })
  void whatIsNoStructuredEventIsRefusedWithoutAWordOfIt(String body) {
    assertThatThrownBy(() -> structured(STRUCTURED, body))
        .isInstanceOf(Unreadable.class)
        .hasMessageNotContaining("Maple")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cloudevents-batch+json", "application/cloudevents+avro"})
  void batchesAndOtherFormatsAreRefused(String contentType) {
    assertThatThrownBy(() -> structured(contentType, "[]"))
        .isInstanceOf(Unreadable.class)
        .hasMessage("event format");
  }

  @Test
  void binaryDataAndNumbersInAStructuredEventAreKept() throws Unreadable {
    assertThat(structured(STRUCTURED, "{\"data_base64\":\"e30=\"}").data()).isEqualTo(bytes("{}"));
    Message message =
        structured(STRUCTURED, "{\"aggregateversion\":7,\"absent\":null,\"data\":{\"a\":1.10}}");
    assertThat(message.attributes()).containsOnlyKeys("aggregateversion").containsValue("7");
    assertThat(message.data()).isEqualTo(bytes("{\"a\":1.10}"));
  }

  private static Message structured(String contentType, String body) throws Unreadable {
    return Message.ofKafka(
        new RecordHeaders().add("content-type", bytes(contentType)), bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static ProducerRecord<String, byte[]> send(CloudEvent event, boolean structured) {
    var writer = KafkaMessageFactory.<String>createWriter("topic", SUBJECT.toString());
    ProducerRecord<String, byte[]> sent =
        structured ? writer.writeStructured(event, STRUCTURED) : writer.writeBinary(event);
    assertThat(Arrays.stream(sent.headers().toArray()).map(Header::key).anyMatch("ce_id"::equals))
        .isNotEqualTo(structured);
    return sent;
  }

  private static Head head(String type) {
    return new Head(
        ID,
        "/incident-service",
        type,
        SUBJECT,
        SUBJECT.toString(),
        7,
        "windsor",
        "CA-ON",
        Mode.LIVE,
        TIME,
        TIME,
        SUBJECT,
        ID,
        "/referral/api/v1/referrals/1/content");
  }
}
