package org.warmhandoff.eventing.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How far behind this process's consumers are, as they know it themselves. */
@ApplicationScoped
public class ConsumerLag {

  private final KafkaClientService clients;

  ConsumerLag(KafkaClientService clients) {
    this.clients = clients;
  }

  /**
   * Of one topic and group.
   *
   * @param records yet to be read on the partitions this process owns
   */
  public record Lag(String group, String topic, long records) {}

  /** By group and topic; of a topic nothing was read from yet, nothing is known. */
  public List<Lag> all() {
    Map<String, Map<String, Long>> groups = new TreeMap<>();
    for (String channel : clients.getConsumerChannels()) {
      for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
        String group = String.valueOf(consumer.configuration().get("group.id"));
        for (Metric metric : consumer.unwrap().metrics().values()) {
          add(groups, group, metric);
        }
      }
    }
    List<Lag> all = new ArrayList<>();
    groups.forEach(
        (group, topics) ->
            topics.forEach((topic, records) -> all.add(new Lag(group, topic, records))));
    return all;
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

  private static void add(Map<String, Map<String, Long>> groups, String group, Metric metric) {
    MetricName name = metric.metricName();
    String topic = name.tags().get("topic");
    if (name.name().equals("records-lag")
        && topic != null
        && name.tags().containsKey("partition")
        && metric.metricValue() instanceof Double lag
        && !lag.isNaN()) {
      groups
          .computeIfAbsent(group, one -> new TreeMap<>())
          // A topic's name in a metric has its dots replaced.
          .merge(topic.replace('_', '.'), Math.max(0, lag.longValue()), Long::sum);
    }
  }
}
