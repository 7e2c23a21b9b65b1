package org.warmhandoff.testbed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.local.provision.Provision;

/** Reads and writes topics past the services. Reading commits nothing and joins no group. */
public final class Records {

  private Records() {}

  /**
   * One record as it lies in the topic.
   *
   * @param headers such as {@code ce_type}, as text
   * @param timestamp the record's own, from the wall clock
   */
  public record Found(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      Map<String, String> headers,
      byte[] value,
      Instant timestamp) {

    /** The body as text. */
    public String body() {
      return new String(value, StandardCharsets.UTF_8);
    }

    /** A header that must be there. */
    public String header(String name) {
      String value = headers.get(name);
      if (value == null) {
        throw new IllegalStateException("no header " + name + " among " + headers.keySet());
      }
      return value;
    }
  }

  /** Everything in a topic up to now, in order within each key. */
  public static List<Found> read(String topic) {
    return read(topic, Provision.ADMIN);
  }

  /** The same with the rights of a principal; throws Kafka's authorization exceptions. */
  public static List<Found> read(String topic, String principal) {
    try (Consumer<String, byte[]> consumer = consumer(principal)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Found> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(found(record)));
      }
      return all;
    }
  }

  /**
   * Waits until a topic holds a record of this kind.
   *
   * @throws AssertionError if there is none after the given time
   */
  public static Found await(String topic, Duration patience, Predicate<Found> wanted) {
    long end = System.nanoTime() + patience.toNanos();
    List<Found> seen = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumer(Provision.ADMIN)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          Found found = found(record);
          if (wanted.test(found)) {
            return found;
          }
          seen.add(found);
        }
      }
    }
    throw new AssertionError(
        "no such record on %s within %s; seen: %s"
            .formatted(
                topic,
                patience,
                seen.stream()
                    .map(found -> String.valueOf(found.headers().get("ce_type")))
                    .toList()));
  }

  /** Sends one record with the rights of a principal and waits until the broker has it. */
  public static void send(
      String principal,
      String topic,
      @Nullable String key,
      Map<String, String> headers,
      byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> settings = settings(principal);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("max.block.ms", "10000");
    try (Producer<String, byte[]> producer =
        Loader.ours(
            () ->
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()))) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Consumer<String, byte[]> consumer(String principal) {
    Map<String, Object> settings = settings(principal);
    settings.put("enable.auto.commit", "false");
    settings.put("allow.auto.create.topics", "false");
    settings.put("default.api.timeout.ms", "10000");
    return Loader.ours(
        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
  }

  private static Map<String, Object> settings(String principal) {
    Stack stack = Stack.start();
    return new HashMap<>(
        Provision.client(stack.kafkaServers(), principal, stack.kafkaPassword(principal)));
  }

  private static Found found(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Found(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        headers,
        record.value() == null ? new byte[0] : record.value(),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
