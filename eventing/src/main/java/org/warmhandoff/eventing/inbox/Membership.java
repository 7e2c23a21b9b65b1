package org.warmhandoff.eventing.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.jboss.logging.Logger;

/**
 * Keeps every consumer a member of its group. A client that is refused once while it says that it
 * is alive, as by a broker that came back without its users, never says so again: it reads on
 * without being a member, no commit of its is taken, and where topics begin anew it goes on where
 * the old ones ended, past facts it has not read (KAFKA-20253, open up to client 4.3). Whoever was
 * silent for a session's time the group has let go in any case; here it is told to join again.
 */
@ApplicationScoped
class Membership {

  private static final Logger LOG = Logger.getLogger(Membership.class);
  private static final String METRICS = "consumer-coordinator-metrics";
  private static final Set<String> SIGNS_OF_LIFE =
      Set.of("last-heartbeat-seconds-ago", "last-rebalance-seconds-ago");

  private final KafkaClientService clients;
  private final Set<KafkaConsumer<Object, Object>> told = ConcurrentHashMap.newKeySet();

  Membership(KafkaClientService clients) {
    this.clients = clients;
  }

  /** Tells every consumer to join again whose group must have let it go. */
  void restore() {
    for (String channel : clients.getConsumerChannels()) {
      for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
        if (sinceSignOfLife(consumer).compareTo(session(consumer)) <= 0) {
          told.remove(consumer);
        } else {
          joinAgain(channel, consumer);
        }
      }
    }
  }

  private void joinAgain(String channel, KafkaConsumer<Object, Object> consumer) {
    if (told.add(consumer)) {
      LOG.warnf("%s: its group has let this consumer go, it joins again", channel);
    }
    consumer
        .runOnPollingThread(
            (Consumer<Object, Object> polled) -> {
              polled.enforceRebalance("no heartbeat went out");
            })
        .subscribe()
        .with(asked -> {}, failure -> LOG.debugf(failure, "%s does not join again", channel));
  }

  private static Duration session(KafkaConsumer<Object, Object> consumer) {
    return Duration.ofMillis(
        Long.parseLong(
            String.valueOf(
                consumer.configuration().get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG))));
  }

  /** Since it joined, or last said that it is alive; zero for one that never joined. */
  static Duration sinceSignOfLife(KafkaConsumer<Object, Object> consumer) {
    double latest = Double.POSITIVE_INFINITY;
    for (Metric metric : consumer.unwrap().metrics().values()) {
      if (SIGNS_OF_LIFE.contains(metric.metricName().name())
          && metric.metricName().group().equals(METRICS)
          && metric.metricValue() instanceof Double seconds
          && seconds >= 0) {
        latest = Math.min(latest, seconds);
      }
    }
    return Double.isFinite(latest) ? Duration.ofMillis((long) (latest * 1000)) : Duration.ZERO;
  }
}
