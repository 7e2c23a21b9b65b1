package org.warmhandoff.bench.contestant;

import java.util.Map;

/** How every client of the benchmark connects to the broker. */
public final class KafkaClient {

  private KafkaClient() {}

  /** Connection settings: SASL over plain text, as the broker wants it. */
  public static Map<String, Object> settings(Task.Kafka kafka) {
    return Map.of(
        "bootstrap.servers",
        kafka.servers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(kafka.user(), kafka.password()));
  }
}
