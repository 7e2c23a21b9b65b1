package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.testbed.Records;

/** Records of one aggregate, as the relay of the incident service would send them. */
record Facts(UUID subject) {

  static final Instant TIME = Instant.parse("2026-03-08T06:59:59Z");
  private static final AtomicLong OFFSET = new AtomicLong();

  Facts() {
    this(UUID.randomUUID());
  }

  /** The aggregate's event that makes this version. */
  ConsumerRecord<String, byte[]> version(long version) {
    return on(Topics.INCIDENT, version, new OfficersCleared(subject, subject, TIME));
  }

  /** An event of a type no release knows yet. */
  ConsumerRecord<String, byte[]> unknown(long version) {
    Event any = new OfficersCleared(subject, subject, TIME);
    return record(
        Topics.INCIDENT, head(version, "org.warmhandoff.added-later.v1"), EventJson.write(any));
  }

  ConsumerRecord<String, byte[]> on(String topic, long version, Event event) {
    return record(topic, head(version, EventTypes.name(event.getClass())), EventJson.write(event));
  }

  /** An event with a body that is none. */
  ConsumerRecord<String, byte[]> spoiled(long version) {
    return record(
        Topics.INCIDENT,
        head(version, EventTypes.name(OfficersCleared.class)),
        "{\"incident\":".getBytes(UTF_8));
  }

  private Head head(long version, String type) {
    return new Head(
        UUID.randomUUID(),
        "/incident-service",
        type,
        subject,
        subject.toString(),
        version,
        "windsor",
        "CA-ON",
        Mode.LIVE,
        TIME,
        TIME,
        subject,
        null,
        null);
  }

  private ConsumerRecord<String, byte[]> record(String topic, Head head, byte[] body) {
    return new ConsumerRecord<>(
        topic,
        0,
        OFFSET.incrementAndGet(),
        1_000,
        TimestampType.CREATE_TIME,
        0,
        body.length,
        head.key(),
        body,
        CloudEvents.headers(head),
        Optional.empty());
  }

  /** The same record under another key. */
  static ConsumerRecord<String, byte[]> under(String key, ConsumerRecord<String, byte[]> record) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        TimestampType.CREATE_TIME,
        0,
        record.value().length,
        key,
        record.value(),
        record.headers(),
        Optional.empty());
  }

  /** The same record, read again from another place in the log. */
  static ConsumerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> record, long later) {
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

  /** As one poll gives them. */
  @SafeVarargs
  static ConsumerRecords<String, byte[]> batch(ConsumerRecord<String, byte[]>... records) {
    return batch(List.of(records));
  }

  static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition = new LinkedHashMap<>();
    records.forEach(
        record ->
            byPartition
                .computeIfAbsent(
                    new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                .add(record));
    return new ConsumerRecords<>(byPartition, Map.of());
  }

  /** Puts it on its topic as this principal. */
  static void send(String principal, ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    Records.send(principal, record.topic(), record.key(), headers, record.value());
  }
}
