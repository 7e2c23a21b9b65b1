package org.warmhandoff.bench.contestant;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Publishes one event and waits for the broker: the call is deleted when it returns. */
record KafkaPublisher(Producer<String, byte[]> producer) implements Publisher {

  @Override
  public void publish(
      String topic,
      String key,
      String id,
      String type,
      long version,
      String policeService,
      String jurisdiction,
      String mode,
      String time,
      String recordedTime,
      String body) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, null, key, body.getBytes(StandardCharsets.UTF_8));
    Headers headers = message.headers();
    Wire.constant(headers, key);
    Wire.add(headers, "ce_id", id);
    Wire.add(headers, "ce_type", type);
    Wire.add(headers, "ce_subject", key);
    Wire.add(headers, "ce_aggregateversion", Long.toString(version));
    Wire.add(headers, "ce_policeservice", policeService);
    Wire.add(headers, "ce_jurisdiction", jurisdiction);
    Wire.add(headers, "ce_mode", mode);
    Wire.add(headers, "ce_time", time);
    Wire.add(headers, "ce_recordedtime", recordedTime);
    Wire.add(headers, "ce_correlationid", key);
    try {
      producer.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
