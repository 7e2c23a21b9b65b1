package org.warmhandoff.eventing.inbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.eventing.end.EndOfProcess;
import org.warmhandoff.eventing.end.Silence;

/**
 * Watches that every consumer still polls, as a member of its group. A client that was closed while
 * the application goes on is what nobody would notice: it ends the process. A consumer that waits
 * for the database polls on (its partitions are paused), and is left alone.
 */
@ApplicationScoped
public class ConsumerWatch {

  private static final long GLANCE_MILLIS = 5_000;

  private final KafkaClientService clients;
  private final Membership membership;
  private final Transactions transactions;
  private final Duration silence;
  private final long start = System.nanoTime();

  /**
   * @param silence without a poll for this long a consumer counts as closed
   */
  ConsumerWatch(
      KafkaClientService clients,
      Membership membership,
      Transactions transactions,
      @ConfigProperty(name = "handoff.consumer.silence") Duration silence) {
    this.clients = clients;
    this.membership = membership;
    this.transactions = transactions;
    this.silence = silence;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("consumer-watch").daemon().start(this::watch);
  }

  /** Time since the last poll of each channel's slowest consumer. */
  public Map<String, Duration> sinceLastPoll() {
    Map<String, Duration> byChannel = new TreeMap<>();
    for (String channel : clients.getConsumerChannels()) {
      for (KafkaConsumer<Object, Object> consumer : clients.getConsumers(channel)) {
        Duration since = sinceLastPoll(consumer);
        byChannel.merge(channel, since, (a, b) -> a.compareTo(b) > 0 ? a : b);
      }
    }
    return byChannel;
  }

  /** Without a poll for longer than this a consumer counts as closed. */
  public Duration silence() {
    return silence;
  }

  private Duration sinceLastPoll(KafkaConsumer<Object, Object> consumer) {
    for (Metric metric : consumer.unwrap().metrics().values()) {
      if (metric.metricName().name().equals("last-poll-seconds-ago")
          && metric.metricValue() instanceof Double seconds
          && seconds >= 0) {
        return Duration.ofMillis((long) (seconds * 1000));
      }
    }
    // Not polled yet, or closed: a closed consumer has no meters.
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void watch() {
    Map<String, Silence> byChannel = new HashMap<>();
    try {
      while (!transactions.await(GLANCE_MILLIS)) {
        membership.restore();
        sinceLastPoll()
            .forEach(
                (channel, since) -> {
                  if (byChannel
                      .computeIfAbsent(channel, first -> new Silence(silence))
                      .isTooLong(since)) {
                    EndOfProcess.because(
                        "the consumer of %s has not polled for %d s"
                            .formatted(channel, since.toSeconds()),
                        null);
                  }
                });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Without it nobody would notice a consumer that has ended.
      EndOfProcess.because("consumers are not watched any more", e);
    }
  }
}
