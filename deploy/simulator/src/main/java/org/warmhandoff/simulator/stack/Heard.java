package org.warmhandoff.simulator.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One event as it lies on a topic, in CloudEvents' binary mode.
 *
 * @param attributes CloudEvents attributes by their name, without the prefix of the binding
 * @param text the record's value as it is
 */
public record Heard(
    String topic,
    int partition,
    long offset,
    String key,
    Map<String, String> attributes,
    String text) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "ce_";

  public Heard {
    attributes = Map.copyOf(attributes);
  }

  static Heard of(ConsumerRecord<String, byte[]> record) {
    Map<String, String> attributes = new TreeMap<>();
    record
        .headers()
        .forEach(
            header -> {
              if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                    header.key().substring(PREFIX.length()),
                    new String(header.value(), StandardCharsets.UTF_8));
              }
            });
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return new Heard(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key() == null ? "" : record.key(),
        attributes,
        new String(value, StandardCharsets.UTF_8));
  }

  /** What happened, without the prefix and the version: {@code worker-paged}. */
  public String what() {
    String type = attribute("type");
    return type.replaceFirst("^org\\.warmhandoff\\.", "").replaceFirst("\\.v\\d+$", "");
  }

  /** An attribute, or "" where the event has none of that name. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** The event's own id. */
  public UUID id() {
    return UUID.fromString(attribute("id"));
  }

  /** The event that caused it, if any. */
  public @Nullable UUID causation() {
    String cause = attribute("causationid");
    return cause.isEmpty() ? null : UUID.fromString(cause);
  }

  /** Wall clock of the transaction that told it. */
  public Instant recordedAt() {
    return Instant.parse(attribute("recordedtime"));
  }

  /** The event's data. */
  public JsonNode data() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON at " + topic + "-" + partition + "@" + offset, e);
    }
  }
}
