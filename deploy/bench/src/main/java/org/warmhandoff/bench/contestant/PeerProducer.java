package org.warmhandoff.bench.contestant;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The peers' producer: the relay's settings, but for idempotence, as their documentation has it.
 */
final class PeerProducer {

  private PeerProducer() {}

  static KafkaProducer<String, byte[]> of(Task.Kafka kafka) {
    Map<String, Object> settings = new HashMap<>(KafkaClient.settings(kafka));
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("max.in.flight.requests.per.connection", 5);
    settings.put("linger.ms", 1L);
    settings.put("batch.size", 64 * 1024);
    settings.put("buffer.memory", 32L * 1024 * 1024);
    settings.put("compression.type", "none");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
