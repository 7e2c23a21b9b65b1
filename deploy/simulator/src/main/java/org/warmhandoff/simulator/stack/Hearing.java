package org.warmhandoff.simulator.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning, every partition, without a group. Not for several threads. */
public final class Hearing implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** Hears these topics as this principal. */
  public Hearing(Map<String, Object> settings, Collection<String> topics) {
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", 5000);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The partitions heard. */
  public List<TopicPartition> partitions() {
    return partitions;
  }

  /** What comes within this time; may be nothing. */
  public List<Heard> within(Duration time) {
    List<Heard> heard = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : consumer.poll(time)) {
      heard.add(Heard.of(record));
    }
    return heard;
  }

  /** All there is now that was not heard before. */
  public List<Heard> toTheEnd() {
    return upTo(consumer.endOffsets(partitions));
  }

  /** Everything before these offsets that was not heard before. */
  public List<Heard> upTo(Map<TopicPartition, Long> ends) {
    List<Heard> heard = new ArrayList<>();
    while (behind(ends)) {
      heard.addAll(within(GLANCE));
    }
    return heard;
  }

  private boolean behind(Map<TopicPartition, Long> ends) {
    for (TopicPartition partition : partitions) {
      Long end = ends.get(partition);
      if (end != null && consumer.position(partition) < end) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
