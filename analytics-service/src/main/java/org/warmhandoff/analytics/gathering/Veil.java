package org.warmhandoff.analytics.gathering;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Pseudonyms;

/**
 * Replaces the ids in a record's key and headers by pseudonyms before the inbox sees it: what the
 * inbox remembers of an event, and what an operator finds set aside, must not lead back to an
 * incident either. Order within a key and the identity of a repeated event are kept.
 */
@ApplicationScoped
class Veil {

  private static final Set<String> IDS =
      Set.of("ce_id", "ce_subject", "ce_partitionkey", "ce_correlationid", "ce_causationid");
  private static final String DATAREF = "ce_dataref";

  private final Pseudonyms pseudonyms;

  Veil(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  ConsumerRecords<String, byte[]> over(ConsumerRecords<String, byte[]> batch) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> veiled = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      batch.records(partition).forEach(record -> records.add(over(record)));
      veiled.put(partition, records);
    }
    return new ConsumerRecords<>(veiled, batch.nextOffsets());
  }

  private ConsumerRecord<String, byte[]> over(ConsumerRecord<String, byte[]> record) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (IDS.contains(header.key()) && header.value() != null) {
        headers.add(
            new RecordHeader(
                header.key(), over(new String(header.value(), UTF_8)).getBytes(UTF_8)));
      } else if (!header.key().equals(DATAREF)) {
        headers.add(header);
      }
    }
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        record.serializedValueSize(),
        veiledKey(record.key()),
        record.value(),
        headers,
        Optional.empty());
  }

  private @Nullable String veiledKey(@Nullable String key) {
    return key == null ? null : over(key);
  }

  /** What is no id is left as it is, for the inbox to refuse. */
  private String over(String id) {
    try {
      return pseudonyms.of(UUID.fromString(id)).toString();
    } catch (IllegalArgumentException notAnId) {
      return id;
    }
  }
}
