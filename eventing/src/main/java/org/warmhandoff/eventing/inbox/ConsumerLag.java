package org.warmhandoff.eventing.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far behind this process's consumers are. The broker is asked: a consumer that is stuck asks
 * for no more, and never learns how far behind it is.
 */
@ApplicationScoped
public class ConsumerLag {

  private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
  private static final int PATIENCE_MILLIS = 3_000;
  private static final Set<String> CONNECTION =
      Set.of(
          AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
          AdminClientConfig.SECURITY_PROTOCOL_CONFIG,
          "sasl.mechanism",
          "sasl.jaas.config");

  private final KafkaClientService clients;
  private @Nullable Admin broker;

  ConsumerLag(KafkaClientService clients) {
    this.clients = clients;
  }

  /**
   * Of one topic and group.
   *
   * @param records on the partitions this process owns whose work was not acknowledged
   */
  public record Lag(String group, String topic, long records) {}

  synchronized void stop(@Observes ShutdownEvent event) {
    disconnect();
  }

  private void disconnect() {
    if (broker != null) {
      broker.close(Duration.ZERO);
      broker = null;
    }
  }

  /** By group and topic; nothing where the broker does not say within seconds. */
  public synchronized List<Lag> all() {
    Map<String, Map<String, Long>> groups = new TreeMap<>();
    try {
      for (String channel : clients.getConsumerChannels()) {
        for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
          String group =
              String.valueOf(consumer.configuration().get(ConsumerConfig.GROUP_ID_CONFIG));
          add(groups.computeIfAbsent(group, one -> new TreeMap<>()), group, consumer);
        }
      }
    } catch (ExecutionException | RuntimeException e) {
      LOG.warnf(
          "the broker does not say how far behind the consumers are (%s)",
          (e.getCause() == null ? e : e.getCause()).getClass().getName());
      // A client that was once refused stays so, also where its user is made anew.
      disconnect();
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    List<Lag> all = new ArrayList<>();
    groups.forEach(
        (group, topics) ->
            topics.forEach((topic, records) -> all.add(new Lag(group, topic, records))));
    return all;
  }

  private void add(Map<String, Long> topics, String group, KafkaConsumer<Object, Object> consumer)
      throws ExecutionException, InterruptedException {
    Set<TopicPartition> owned =
        consumer.getAssignments().await().atMost(Duration.ofMillis(PATIENCE_MILLIS));
    if (owned.isEmpty()) {
      return;
    }
    Admin admin = broker(consumer);
    Future<Map<TopicPartition, OffsetAndMetadata>> taken =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
    var ends =
        admin
            .listOffsets(
                owned.stream().collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
            .all()
            .get();
    for (TopicPartition partition : owned) {
      OffsetAndMetadata at = taken.get().get(partition);
      var end = ends.get(partition);
      long records = (end == null ? 0 : end.offset()) - (at == null ? 0 : at.offset());
      topics.merge(partition.topic(), Math.max(0, records), Long::sum);
    }
  }

  private Admin broker(KafkaConsumer<Object, Object> consumer) throws KafkaException {
    if (broker == null) {
      Map<String, Object> settings = new HashMap<>();
      consumer
          .configuration()
          .forEach(
              (name, value) -> {
                if (CONNECTION.contains(name)) {
                  settings.put(name, value);
                }
              });
      settings.put(
          AdminClientConfig.CLIENT_ID_CONFIG,
          consumer.configuration().get(ConsumerConfig.CLIENT_ID_CONFIG) + "-lag");
      settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
      settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
      broker = Admin.create(settings);
    }
    return broker;
  }

  /** Whether any consumer holds a connection to a broker; where there is no consumer, yes. */
  public boolean isConnected() {
    boolean any = false;
    for (String channel : clients.getConsumerChannels()) {
      for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
        any = true;
        for (Metric metric : consumer.unwrap().metrics().values()) {
          if (metric.metricName().name().equals("connection-count")
              && metric.metricName().group().equals("consumer-metrics")
              && metric.metricValue() instanceof Double count
              && count > 0) {
            return true;
          }
        }
      }
    }
    return !any;
  }
}
