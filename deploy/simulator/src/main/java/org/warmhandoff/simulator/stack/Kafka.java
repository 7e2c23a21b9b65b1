package org.warmhandoff.simulator.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * How to reach a broker.
 *
 * @param servers bootstrap servers
 */
public record Kafka(String servers) {

  /** Client settings for one principal. */
  public Map<String, Object> as(String principal, String password) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", servers);
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(principal, password));
    settings.put("client.id", "simulator-" + principal);
    return settings;
  }
}
