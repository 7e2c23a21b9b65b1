package org.warmhandoff.faults.injure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.town.Town;

/** Writes records as nobody of ours would, as the broker's administrator. */
public final class Planting {

  private static final List<String> TOPICS =
      List.of(Topics.INCIDENT, Topics.PERSON, Topics.ASSIGNMENT, Topics.CONSENT, Topics.REFERRAL);
  private static final int OVERSIZED = 900_000;

  /** How many states of an incident are planted. */
  public static final int STATES = 3;

  private final Town town;
  private final Random random;
  private final Set<String> poisoned = new HashSet<>();
  private final Set<String> strangers = new HashSet<>();
  private final Set<String> backwards = new HashSet<>();

  /** Plants in this town. */
  public Planting(Town town, Random random) {
    this.town = town;
    this.random = random;
  }

  /** Keys under which something unreadable lies, as {@code topic key}. */
  public synchronized Set<String> poisoned() {
    return Set.copyOf(poisoned);
  }

  /** Event ids that no service of ours gave. */
  public synchronized Set<String> strangers() {
    return Set.copyOf(strangers);
  }

  /** Incidents whose states were written with the newest in front. */
  public synchronized Set<String> backwards() {
    return Set.copyOf(backwards);
  }

  /** Plants; where the broker is away, nothing. */
  synchronized void plant(Fault.Kind kind, int count) {
    String topic = TOPICS.get(random.nextInt(TOPICS.size()));
    Map<String, Object> settings = town.stack().kafka("admin");
    settings.put("acks", "all");
    settings.put("delivery.timeout.ms", 6000);
    settings.put("request.timeout.ms", 2000);
    settings.put("max.block.ms", 4000);
    // What belongs together stands in one batch: it lies there whole or not at all.
    settings.put("linger.ms", 50);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records(kind, topic, count).forEach(record -> sent.add(producer.send(record)));
      for (Future<RecordMetadata> one : sent) {
        // Whether it arrived or not: it may be found.
        one.get();
      }
    } catch (ExecutionException | KafkaException whileTheBrokerIsAway) {
      // What was written until then lies there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ProducerRecord<String, byte[]>> records(Fault.Kind kind, String topic, int count) {
    return switch (kind) {
      case DUPLICATES -> copies(topic, count, false);
      case OLD_ONES -> copies(topic, count, true);
      case POISON -> fresh(topic, count, 40);
      case OVERSIZED -> fresh(topic, Math.min(count, 2), OVERSIZED);
      case LATER_TYPE -> {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>(laterTypes(topic, count));
        all.addAll(newestFirst());
        yield all;
      }
    };
  }

  private List<ProducerRecord<String, byte[]>> fresh(String topic, int count, int size) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] rubbish = new byte[size];
      random.nextBytes(rubbish);
      String key = new UUID(random.nextLong(), random.nextLong()).toString();
      poisoned.add(topic + " " + key);
      Headers headers =
          random.nextBoolean()
              ? new RecordHeaders()
              : head("worker-paged.v1", new UUID(1, i), 1, "live");
      records.add(new ProducerRecord<>(topic, null, key, rubbish, headers));
    }
    return records;
  }

  private List<ProducerRecord<String, byte[]>> laterTypes(String topic, int count) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID subject = new UUID(random.nextLong(), random.nextLong());
      records.add(
          new ProducerRecord<>(
              topic,
              null,
              subject.toString(),
              "{\"later\":true}".getBytes(StandardCharsets.UTF_8),
              head("thought-of-later.v7", subject, 1, "live")));
    }
    return records;
  }

  /** Three states of an incident nobody helps in, the newest first. */
  private List<ProducerRecord<String, byte[]>> newestFirst() {
    UUID incident = new UUID(random.nextLong(), random.nextLong());
    backwards.add(incident.toString());
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int version = STATES; version > 0; version--) {
      records.add(
          new ProducerRecord<>(
              Topics.INCIDENT,
              null,
              incident.toString(),
              """
              {"incident":"%s","facts":{"type":"DVA","status":"CLOSED","domestic":"NO","physical":"NO",
               "charge":"NONE","arrest":"NO","released":"NO","priority":%d,"occurredAt":"%s",
               "receivedAt":"%s","zone":"America/Toronto","parties":[],"excludedStaff":[]}}"""
                  .formatted(incident, version, future(), future())
                  .getBytes(StandardCharsets.UTF_8),
              head(
                  version == 1 ? "incident-reported.v1" : "incident-updated.v1",
                  incident,
                  version,
                  "history")));
    }
    return records;
  }

  private Instant future() {
    return town.now().plus(Duration.ofDays(400));
  }

  private Headers head(String type, UUID subject, int version, String mode) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    strangers.add(id.toString());
    Map<String, String> attributes = new HashMap<>();
    attributes.put("ce_specversion", "1.0");
    attributes.put("ce_id", id.toString());
    attributes.put("ce_source", "/later-release");
    attributes.put("ce_type", "org.warmhandoff." + type);
    attributes.put("ce_subject", subject.toString());
    attributes.put("ce_partitionkey", subject.toString());
    attributes.put("ce_time", future().toString());
    attributes.put("ce_recordedtime", future().toString());
    attributes.put("ce_aggregateversion", Integer.toString(version));
    attributes.put("ce_policeservice", "windsor");
    attributes.put("ce_jurisdiction", "CA-ON");
    attributes.put("ce_mode", mode);
    attributes.put("content-type", "application/json");
    Headers headers = new RecordHeaders();
    attributes.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return headers;
  }

  private List<ProducerRecord<String, byte[]>> copies(String topic, int count, boolean old) {
    Map<String, Object> settings = town.stack().kafka("admin");
    settings.put("default.api.timeout.ms", 3000);
    settings.put("enable.auto.commit", false);
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) -> {
                long back = old ? random.nextInt(400) : 1 + count / partitions.size();
                consumer.seek(partition, Math.max(0, end - back));
              });
      consumer.poll(Duration.ofMillis(800)).forEach(found::add);
    }
    List<ConsumerRecord<String, byte[]>> some =
        new ArrayList<>(found.subList(0, Math.min(count, found.size())));
    if (old) {
      Collections.reverse(some);
    }
    return some.stream()
        .filter(record -> record.key() != null && !poisoned.contains(topic + " " + record.key()))
        .map(
            record ->
                new ProducerRecord<>(
                    topic, record.partition(), record.key(), record.value(), record.headers()))
        .toList();
  }
}
