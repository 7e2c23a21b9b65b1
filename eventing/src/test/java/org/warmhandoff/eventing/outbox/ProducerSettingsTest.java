package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.testbed.Stack;
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
      assertThat(running.getInt("max.in.flight.requests.per.connection")).isEqualTo(1);
      assertThat(running.getInt("retries")).isEqualTo(Integer.MAX_VALUE);
      assertThat(running.getInt("delivery.timeout.ms")).isEqualTo(30_000);
      assertThat(running.getInt("request.timeout.ms")).isEqualTo(10_000);
      assertThat(running.getLong("max.block.ms")).isEqualTo(10_000);
      assertThat(running.getString("security.protocol")).isEqualTo("SASL_PLAINTEXT");
      assertThat(running.getString("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
    }
  }

  /** Ids begin anew with a broker's new disk: see decision 008. */
  @Test
  void theBrokerKnowsNoProducerIdByWhichAFactCouldPassForARepetition() throws Exception {
    try (KafkaProducer<String, byte[]> producer = kafka.producer();
        Admin admin = administrator()) {
      List<TopicPartition> partitions =
          producer.partitionsFor(Topics.PERSON).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      Set<Long> before = producerIds(admin, partitions);
      producer
          .send(new ProducerRecord<>(Topics.PERSON, UUID.randomUUID().toString(), new byte[0]))
          .get();
      assertThat(producerIds(admin, partitions)).isEqualTo(before);
    }
  }

  private static Admin administrator() {
    Stack stack = Stack.start();
    return Admin.create(
        Provision.client(
            stack.kafkaServers(), Provision.ADMIN, stack.kafkaPassword(Provision.ADMIN)));
  }

  private static Set<Long> producerIds(Admin admin, List<TopicPartition> partitions)
      throws Exception {
    return admin.describeProducers(partitions).all().get().values().stream()
        .flatMap(partition -> partition.activeProducers().stream())
        .map(ProducerState::producerId)
        .collect(Collectors.toSet());
  }
}
