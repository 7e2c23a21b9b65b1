package org.warmhandoff.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the relay's producer. Every setting that order or safety hangs on is said here.
 *
 * <p>It has no producer id: a broker that lost its disk gives the same ids out again, takes the
 * first batch of a new producer for the repetition of an old one's, acknowledges it and stores
 * nothing (KIP-98 numbers batches by producer id, epoch and sequence). Order hangs on one request
 * under way instead; what a retry doubles, the inboxes drop by its event id.
 */
@ApplicationScoped
class KafkaAccess {

  private static final long PATIENCE_SECONDS = 5;

  private final String servers;
  private final String user;
  private final String password;
  private final String application;

  KafkaAccess(
      @ConfigProperty(name = "handoff.kafka.servers") String servers,
      @ConfigProperty(name = "handoff.kafka.user") String user,
      @ConfigProperty(name = "handoff.kafka.password") String password,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.servers = servers;
    this.user = user;
    this.password = password;
    this.application = application;
  }

  KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
  }

  /** Whether a topic is there and known to this principal. */
  boolean knows(String topic) throws InterruptedException {
    try (Admin admin = Admin.create(connection())) {
      admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(connection());
    settings.putAll(
        Map.ofEntries(
            Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
            Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false),
            Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
            Map.entry(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE),
            Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L),
            // What comes while a request is under way is the next batch.
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0L),
            Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024),
            Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024),
            Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none")));
    return settings;
  }

  private Map<String, Object> connection() {
    return Map.ofEntries(
        Map.entry(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers),
        Map.entry(CommonClientConfigs.CLIENT_ID_CONFIG, application + "-relay"),
        Map.entry(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT"),
        Map.entry(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512"),
        Map.entry(
            SaslConfigs.SASL_JAAS_CONFIG,
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                + user
                + "\" password=\""
                + password
                + "\";"));
  }
}
