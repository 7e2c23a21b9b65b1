package org.warmhandoff.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.testbed.Stack;

/** Sends events straight to the topics, as the services that own them would. */
final class Telling {

  /** One event with what stands above it. */
  record Told(Head head, Event event) {}

  private Telling() {}

  /** In this order; returns when the broker holds them all. */
  static void send(List<Told> told) {
    Stack stack = Stack.start();
    Map<String, Object> settings =
        new HashMap<>(
            Provision.client(
                stack.kafkaServers(), Provision.ADMIN, stack.kafkaPassword(Provision.ADMIN)));
    settings.put("acks", "all");
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Told one : told) {
        producer.send(
            new ProducerRecord<>(
                Topics.of(one.event()),
                null,
                one.head().key(),
                EventJson.write(one.event()),
                CloudEvents.headers(one.head())));
      }
      producer.flush();
    }
  }
}
