package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.testbed.WithStack;

/** Reads the relay's settings back from a running producer. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class ProducerSettingsTest {

  @Inject KafkaAccess kafka;

  @Test
  void nothingIsAcknowledgedBeforeItIsReplicatedNorReordered() throws Exception {
    try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
      Field field = KafkaProducer.class.getDeclaredField("producerConfig");
      field.setAccessible(true);
      ProducerConfig running = (ProducerConfig) field.get(producer);
      assertThat(running.getString("acks")).isEqualTo("-1");
      assertThat(running.getBoolean("enable.idempotence")).isTrue();
      assertThat(running.getInt("max.in.flight.requests.per.connection")).isLessThanOrEqualTo(5);
      assertThat(running.getInt("retries")).isEqualTo(Integer.MAX_VALUE);
      assertThat(running.getInt("delivery.timeout.ms")).isEqualTo(30_000);
      assertThat(running.getInt("request.timeout.ms")).isEqualTo(10_000);
      assertThat(running.getLong("max.block.ms")).isEqualTo(10_000);
      assertThat(running.getString("security.protocol")).isEqualTo("SASL_PLAINTEXT");
      assertThat(running.getString("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
    }
  }
}
